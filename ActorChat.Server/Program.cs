using System.Text;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Hosting;
using ActorChat.Server.Output;

namespace ActorChat.Server;

/// <summary>The entry of the process.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => DescriptorCheck.FindObstacle(args) is { } obstacle
        ? Task.FromResult(Refuse(obstacle, ExitCode.Usage))
        : RunAsync(args);

    // By itself: what this needs is loaded only when it is run.
    private static Task<int> RunAsync(string[] args)
    {
        if (Icu.FindObstacle() is { } obstacle)
            return Task.FromResult(Refuse(obstacle, ExitCode.LibraryMissing));
        var console = StandardConsole.Open();
        SocketCompletions.Inline();
        return ServerProgram.RunAsync(args, console);
    }

    // Without the threads and encodings of a console, for which something may be missing.
    private static int Refuse(string line, int exitCode)
    {
        try
        {
            StandardStream.Error().Write(Encoding.UTF8.GetBytes(line + '\n'));
        }
        catch (IOException)
        {
            // The exit code is all that can still be said.
        }

        return exitCode;
    }
}
