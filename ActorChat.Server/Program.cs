using ActorChat.Server.Hosting;

namespace ActorChat.Server;

/// <summary>The entry of the process.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        var console = StandardConsole.Open();
        SocketCompletions.Inline();
        return ServerProgram.RunAsync(args, console);
    }
}
