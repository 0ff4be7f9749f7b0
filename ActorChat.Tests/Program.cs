using System.Globalization;
using ActorChat.Tests.Configuration;
using ActorChat.Tests.EndToEnd;

namespace ActorChat.Tests;

/// <summary>
/// The test assembly as a program, for what only a process of its own can show: <c>dotnet ActorChat.Tests.dll HOCON WHAT</c> starts
/// an actor system with these settings; <c>random-settings COUNT</c> checks and parses as many random texts. Test runners load the assembly and never come here.
/// </summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args is [RandomSettingsProgram.Name, var count]
        ? Task.FromResult(RandomSettingsProgram.Run(int.Parse(count, CultureInfo.InvariantCulture)))
        : SystemProgram.Run(args[0], args[1]);
}
