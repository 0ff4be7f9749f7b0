using ActorChat.Server.Hosting;

namespace ActorChat.Server;

/// <summary>The entry of the process.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => ServerProgram.RunAsync(args, Console.Out, Console.Error);
}
