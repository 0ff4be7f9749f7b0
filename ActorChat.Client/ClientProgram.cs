using System.Runtime.InteropServices;
using System.Text;
using ActorChat.Client.Arguments;
using ActorChat.Client.Chat;
using ActorChat.Client.Confirmation;
using ActorChat.Client.Consoles;
using ActorChat.Client.Output;
using ActorChat.Client.Posix;
using ActorChat.Client.Resources;
using ActorChat.Client.State;

namespace ActorChat.Client;

/// <summary>The composition root.</summary>
internal static class ClientProgram
{
    // A slow reader's time for a whole help page.
    private static readonly TimeSpan ReaderTimeout = TimeSpan.FromSeconds(10);

    // The time for a goodbye after Ctrl+C.
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Does what <paramref name="arguments"/> ask for.</summary>
    public static async Task<ExitCode> RunAsync(string[] arguments)
    {
        var streams = new StandardStreams();

        // Only Windows converts bytes on their way to the terminal.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        using var output = new ConsoleOutput(
            streams.Output, streams.Diagnostics, !Console.IsOutputRedirected, !Console.IsErrorRedirected,
            static () => Descriptor.IsReaderGone(Descriptor.Output));
        var byDefault = Texts.FromLocale(Environment.GetEnvironmentVariable);
        var request = ArgumentParser.Parse(arguments, byDefault);
        var texts = (request as Request.Run)?.Texts ?? byDefault;
        try
        {
            return await RunAsync(request, output, streams.HasInput);
        }
        catch (ConsoleException failure)
        {
            return await ReportAsync(failure, texts, output);
        }
    }

    private static async Task<ExitCode> RunAsync(Request request, ConsoleOutput output, bool hasInput)
    {
        switch (request)
        {
            case Request.Show show:
                return await ShowAsync(show.Text, output);
            case Request.Refuse refuse:
                await TryReportAsync(refuse.Message, output);
                return ExitCode.WrongArguments;
            case Request.Run run:
                return hasInput
                    ? await ConnectAsync(run, output)
                    : throw new ConsoleException(isInput: true, new IOException(message: null, Descriptor.Bad));
            default:
                throw new ArgumentOutOfRangeException(nameof(request));
        }
    }

    private static async Task<ExitCode> ShowAsync(string text, ConsoleOutput output)
    {
        using var limit = new CancellationTokenSource(ReaderTimeout);
        try
        {
            await output.WriteAsync(text, limit.Token);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            // Nobody reads. .NET's stream of standard error would wait for the blocked one, so nothing more can be said.
            return ExitCode.ConsoleFailed;
        }
    }

    private static async Task<ExitCode> ConnectAsync(Request.Run run, ConsoleOutput output)
    {
        using var shutdown = new GracefulShutdown(GoodbyeTimeout, TimeProvider.System);

        // Ctrl+C, `kill`, a closed terminal.
        using var signals = new SignalHandlers(
            (PosixSignal.SIGINT, shutdown.Request), (PosixSignal.SIGTERM, shutdown.Request), (PosixSignal.SIGHUP, shutdown.Request));
        var folder = StateFolder.Find(Environment.GetEnvironmentVariable);
        using var factory = ConsoleFactory.Create(run, output, folder, shutdown);
        try
        {
            var code = await ConnectAsync(run, factory.Console, folder, shutdown);
            return code is ExitCode.Done && shutdown.WasForcedByUser ? ExitCode.Interrupted : code;
        }
        finally
        {
            await factory.Console.FinishAsync();
        }
    }

    private static Task<ExitCode> ConnectAsync(Request.Run run, IChatConsole console, StateFolder folder, GracefulShutdown shutdown)
    {
        var connector = new ServerConnector(run.Options, new KnownCertificates(folder), console, run.Texts);
        return run.Options.Mode is ClientMode.Chat
            ? new ChatSession(run.Options, connector, run.Texts, console, shutdown, new RememberedNickname(folder), TimeProvider.System).RunAsync()
            : new ConfirmationSession(run.Options, connector, run.Texts, console, shutdown, TimeProvider.System).RunAsync();
    }

    private static async Task<ExitCode> ReportAsync(ConsoleException failure, Texts texts, ConsoleOutput output)
    {
        // Like any filter: a user who ends a pipe early does not want to read about it.
        if (failure.IsReaderGone)
            return ExitCode.ConsoleFailed;

        var cause = failure.InnerException!;
        await TryReportAsync(failure.IsInput ? texts.InputFailed(cause) : texts.OutputFailed(cause), output);
        return ExitCode.ConsoleFailed;
    }

    private static async Task TryReportAsync(string message, ConsoleOutput output)
    {
        try
        {
            await output.ReportAsync(message).WaitAsync(ReaderTimeout);
        }
        catch (Exception failure) when (failure is ConsoleException or TimeoutException)
        {
            // Standard error fails too: only the exit code is left.
        }
    }
}
