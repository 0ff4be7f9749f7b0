using ActorChat.Tests.EndToEnd;

namespace ActorChat.Tests;

/// <summary>
/// The test assembly as a program, for what only a process of its own can show: <c>dotnet ActorChat.Tests.dll HOCON WHAT</c> starts
/// an actor system with these settings. Test runners load the assembly and never come here.
/// </summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => SystemProgram.Run(args[0], args[1]);
}
