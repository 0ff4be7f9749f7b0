using System.Text;
using ActorChat.Client.Arguments;
using ActorChat.Client.Chat;
using ActorChat.Client.Confirmation;
using ActorChat.Client.Input;
using ActorChat.Client.Output;
using ActorChat.Client.Resources;

namespace ActorChat.Client;

/// <summary>Puts the parts together: the only place that knows the real console.</summary>
internal static class ClientProgram
{
    // How long a goodbye may take, after Ctrl+C.
    private static readonly TimeSpan GoodbyePatience = TimeSpan.FromSeconds(2);

    /// <summary>Does what <paramref name="arguments"/> ask for.</summary>
    public static async Task<ExitCode> RunAsync(string[] arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.OutputEncoding = utf8;
        Console.InputEncoding = utf8;

        using var output = new ConsoleOutput(
            Console.OpenStandardOutput(), Console.OpenStandardError(), !Console.IsOutputRedirected, !Console.IsErrorRedirected);
        var request = ArgumentParser.Parse(arguments);
        var texts = (request as Request.Run)?.Texts ?? Texts.Spanish;
        try
        {
            return await FulfilAsync(request, output);
        }
        catch (ConsoleException failure)
        {
            return await ReportAsync(failure, texts, output);
        }
    }

    private static async Task<ExitCode> FulfilAsync(Request request, ConsoleOutput output)
    {
        switch (request)
        {
            case Request.Show show:
                await output.WriteAsync(show.Text, CancellationToken.None);
                return ExitCode.Done;
            case Request.Refuse refuse:
                await output.ReportAsync(refuse.Message);
                return ExitCode.WrongArguments;
            case Request.Run run:
                return await TalkAsync(run, output);
            default:
                throw new ArgumentOutOfRangeException(nameof(request));
        }
    }

    private static async Task<ExitCode> TalkAsync(Request.Run run, ConsoleOutput output)
    {
        using var departure = new Departure(GoodbyePatience, TimeProvider.System);
        using var signals = new LeaveSignals(departure);
        var input = ConsoleInput.Start(Console.OpenStandardInput(), isTerminal: !Console.IsInputRedirected);
        return run.Options.Mode is ClientMode.Chat
            ? await new ChatSession(run.Options, run.Texts, input, output, departure).RunAsync()
            : await new ConfirmationSession(run.Options, run.Texts, input, output, departure).RunAsync();
    }

    private static async Task<ExitCode> ReportAsync(ConsoleException failure, Texts texts, ConsoleOutput output)
    {
        try
        {
            await output.ReportAsync(failure.IsInput ? texts.InputFailed(failure.Message) : texts.OutputFailed(failure.Message));
        }
        catch (ConsoleException)
        {
            // Standard error fails too: the exit code is all that can still be said.
        }

        return ExitCode.ConsoleFailed;
    }
}
