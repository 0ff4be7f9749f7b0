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

/// <summary>Does what the command line asks for.</summary>
internal static class ClientProgram
{
    // What a slow reader may take for a whole help page.
    private static readonly TimeSpan ReaderPatience = TimeSpan.FromSeconds(10);

    // How long a goodbye may take, after Ctrl+C.
    private static readonly TimeSpan GoodbyePatience = TimeSpan.FromSeconds(2);

    /// <summary>Does what <paramref name="arguments"/> ask for.</summary>
    public static async Task<ExitCode> RunAsync(string[] arguments)
    {
        var streams = new StandardStreams();

        // Elsewhere terminals take the bytes as they are.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        using var output = new ConsoleOutput(
            streams.Output, streams.Diagnostics, !Console.IsOutputRedirected, !Console.IsErrorRedirected,
            static () => Descriptor.IsReaderGone(Descriptor.Output));
        var byDefault = LocaleLanguage.Of(Environment.GetEnvironmentVariable);
        var request = ArgumentParser.Parse(arguments, byDefault);
        var texts = (request as Request.Run)?.Texts ?? byDefault;
        try
        {
            return await FulfilAsync(request, output, streams.HasInput);
        }
        catch (ConsoleException failure)
        {
            return await ReportAsync(failure, texts, output);
        }
    }

    private static async Task<ExitCode> FulfilAsync(Request request, ConsoleOutput output, bool hasInput)
    {
        switch (request)
        {
            case Request.Show show:
                return await ShowAsync(show.Text, output);
            case Request.Refuse refuse:
                await TryReportAsync(refuse.Message, output);
                return ExitCode.WrongArguments;
            case Request.Run run:
                return hasInput ? await TalkAsync(run, output) : throw new ConsoleException(isInput: true, new ClosedException());
            default:
                throw new ArgumentOutOfRangeException(nameof(request));
        }
    }

    private static async Task<ExitCode> ShowAsync(string text, ConsoleOutput output)
    {
        using var limit = new CancellationTokenSource(ReaderPatience);
        try
        {
            await output.WriteAsync(text, limit.Token);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            // Nobody reads, and .NET's stream of standard error waits for the one that is blocked: nothing more can be said.
            return ExitCode.ConsoleFailed;
        }
    }

    private static async Task<ExitCode> TalkAsync(Request.Run run, ConsoleOutput output)
    {
        using var departure = new GracefulShutdown(GoodbyePatience, TimeProvider.System);
        using var signals = new ShutdownSignals(departure);
        var folder = StateFolder.Of(Environment.GetEnvironmentVariable);
        using var choice = ConsoleFactory.Make(run, output, folder, departure);
        try
        {
            var code = await TalkAsync(run, choice.Console, folder, departure);
            return code is ExitCode.Done && departure.WasInsisted ? ExitCode.Interrupted : code;
        }
        finally
        {
            await choice.Console.FinishAsync();
        }
    }

    private static Task<ExitCode> TalkAsync(Request.Run run, IChatConsole console, StateFolder folder, GracefulShutdown departure) =>
        run.Options.Mode is ClientMode.Chat
            ? new ChatSession(run.Options, run.Texts, console, departure, new RememberedNickname(folder), TimeProvider.System).RunAsync()
            : new ConfirmationSession(run.Options, run.Texts, console, departure, TimeProvider.System).RunAsync();

    private static async Task<ExitCode> ReportAsync(ConsoleException failure, Texts texts, ConsoleOutput output)
    {
        // As any filter: who ends a pipe early does not want to read about it.
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
            await output.ReportAsync(message).WaitAsync(ReaderPatience);
        }
        catch (Exception failure) when (failure is ConsoleException or TimeoutException)
        {
            // Standard error fails too: the exit code is all that can still be said.
        }
    }
}
