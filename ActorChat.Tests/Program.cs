using ActorChat.Tests.Configuration.Hocon;

namespace ActorChat.Tests;

/// <summary>
/// The test assembly as a program, for what only a process of its own can show: <c>dotnet ActorChat.Tests.dll COUNT</c> checks and
/// parses as many random settings. Test runners load the assembly and never come here.
/// </summary>
internal static class Program
{
    private static int Main(string[] args) => RandomSettingsProgram.Run(int.Parse(args[0], CultureInfo.InvariantCulture));
}
