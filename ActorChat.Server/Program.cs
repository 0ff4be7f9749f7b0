using ActorChat.Server.CommandLine;
using ActorChat.Server.Hosting;

namespace ActorChat.Server;

/// <summary>The entry of the process.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => DescriptorCheck.FindObstacle(args) is { } obstacle ? RefuseAsync(obstacle) : RunAsync(args);

    private static async Task<int> RefuseAsync(string line)
    {
        await Console.Error.WriteLineAsync(line);
        return ExitCode.Usage;
    }

    // By itself: what this needs is loaded only when it is run.
    private static Task<int> RunAsync(string[] args)
    {
        if (!Icu.IsInUse())
            return Task.FromResult(ExitCode.LibraryMissing);
        var console = StandardConsole.Open();
        SocketCompletions.Inline();
        return ServerProgram.RunAsync(args, console);
    }
}
