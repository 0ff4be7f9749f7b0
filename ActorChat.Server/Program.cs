using ActorChat.Server.CommandLine;
using ActorChat.Server.Hosting;

namespace ActorChat.Server;

/// <summary>The entry of the process.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        if (!Icu.IsInUse())
            return Task.FromResult(ExitCode.LibraryMissing);
        SocketCompletions.Inline();
        return ServerProgram.RunAsync(args, Console.Out, Console.Error);
    }
}
