using System.Net;
using System.Net.Sockets;
using ActorChat.Benchmarks.Load.Arguments;
using ActorChat.Benchmarks.Load.Figures;
using ActorChat.Benchmarks.Load.Runs;
using ActorChat.Benchmarks.Load.Runs.Clients;
using ActorChat.Benchmarks.Load.Sockets;

namespace ActorChat.Benchmarks.Load;

/// <summary>What follows <c>load</c> on the command line.</summary>
internal static class LoadProgram
{
    /// <summary>All arrived, once and in order.</summary>
    public const int AllFine = 0;

    /// <summary>Something did not.</summary>
    public const int SomethingWrong = 1;

    /// <summary>The server cannot be reached, or does not let all in.</summary>
    public const int NoServer = 3;

    /// <summary>The arguments are wrong.</summary>
    public const int WrongArguments = 64;

    // As many of this machine's addresses serve as clients of the confirmation port.
    private const int Sources = 16;

    /// <summary>Does what the arguments ask for; gives the exit code.</summary>
    /// <param name="arguments">What follows <c>load</c>.</param>
    /// <param name="output">Takes the report.</param>
    /// <param name="errors">Takes mistakes, and how far it is.</param>
    /// <param name="isTerminal">Whether a person watches <paramref name="errors"/>.</param>
    /// <param name="interrupted">Ends the measuring early.</param>
    public static int Run(ReadOnlySpan<string> arguments, TextWriter output, TextWriter errors, bool isTerminal, CancellationToken interrupted)
    {
        switch (LoadArguments.Parse(arguments))
        {
            case LoadRequest.Help:
                output.Write(LoadHelp.Text);
                return AllFine;
            case LoadRequest.Refuse refuse:
                errors.WriteLine($"[ERROR] {refuse.Message}");
                return WrongArguments;
            case LoadRequest.Run run:
                return Measure(run.Options, output, errors, new Progress(errors, isTerminal), interrupted);
            default:
                throw new InvalidOperationException("There is no other request.");
        }
    }

    private static int Measure(LoadOptions options, TextWriter output, TextWriter errors, Progress progress, CancellationToken interrupted)
    {
        try
        {
            var report = Measure(options, progress, interrupted);
            progress.End();
            output.Write(options.Json ? LoadReportText.Json(report) + "\n" : LoadReportText.Lines(report));
            return report.Fine ? AllFine : SomethingWrong;
        }
        catch (LoadException failure)
        {
            progress.End();
            errors.WriteLine($"[ERROR] {failure.Message}");
            errors.WriteLine("Where that is a limit of the server, load --help says how to raise it.");
            return NoServer;
        }
    }

    /// <summary>Puts the load on, and gives what it found out.</summary>
    /// <exception cref="LoadException">The server cannot be reached, or does not let all in.</exception>
    public static LoadReport Measure(LoadOptions options, Progress progress, CancellationToken interrupted)
    {
        var server = Find(options.Server);
        if (options.Kind is LoadKind.Confirm)
        {
            using var run = new ConfirmRun(options, new Dial(server, Sources));
            return run.Run(progress, interrupted);
        }

        using var crowd = new Crowd(options, new Dial(server, sources: 1));
        return options.Kind is LoadKind.Say
            ? SayRun.Run(options, crowd, progress, interrupted)
            : LoginRun.Run(options, crowd, progress, interrupted);
    }

    private static IPEndPoint Find(string server)
    {
        try
        {
            _ = ServerName.TryParse(server, out var host, out var port);

            // Servers that listen at one address of "localhost" mostly do so at the older one.
            return new IPEndPoint(Dns.GetHostAddresses(host).OrderBy(address => address.AddressFamily is AddressFamily.InterNetworkV6).First(), port);
        }
        catch (SocketException failure)
        {
            throw new LoadException($"{server}: {failure.Message}");
        }
    }
}
