using System.Text;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Hosting;
using ActorChat.Server.Output;

namespace ActorChat.Server;

internal static class Program
{
    private static Task<int> Main(string[] args) => DescriptorCheck.FindObstacle(args) is { } obstacle
        ? Task.FromResult(Refuse(obstacle, ExitCode.Usage))
        : RunAsync(args);

    // Kept out of Main: .NET loads a method's libraries when it enters the method, and the check must come first.
    private static Task<int> RunAsync(string[] args)
    {
        if (Icu.FindObstacle() is { } obstacle)
            return Task.FromResult(Refuse(obstacle, ExitCode.LibraryMissing));
        var console = StandardConsole.Open();
        InlineSocketCompletions();
        return ServerProgram.RunAsync(args, console);
    }

    // Runs socket completions inline on the epoll thread instead of the thread pool. Each only reads and tells an actor, and never blocks.
    // .NET reads this variable when it makes the first socket.
    private static void InlineSocketCompletions()
    {
        const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
        if (Environment.GetEnvironmentVariable(Variable) is null)
            Environment.SetEnvironmentVariable(Variable, "1");
    }

    // Writes directly: the threads and encodings of a console may be unavailable.
    private static int Refuse(string line, int exitCode)
    {
        try
        {
            StandardStream.Error().Write(Encoding.UTF8.GetBytes(line + '\n'));
        }
        catch (IOException)
        {
            // Only the exit code is left to report the error.
        }

        return exitCode;
    }
}
