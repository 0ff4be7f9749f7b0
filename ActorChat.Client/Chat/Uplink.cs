using ActorChat.Client.Input;
using ActorChat.Client.Net;
using ActorChat.Client.Output;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Chat;

/// <summary>The way from the user to the server: each line is sent as it is, and the end of the input as a half-close.</summary>
internal sealed class Uplink(Connection connection, IInput input, IOutput output, Texts texts, Departure departure)
{
    private volatile bool _quitSent;
    private volatile bool _finished;

    /// <summary>Whether the user has asked the server for the end; its closing is then what was wished.</summary>
    public bool QuitSent => _quitSent;

    /// <summary>Whether everything has been sent that the user had to say.</summary>
    public bool Finished => _finished;

    /// <summary>
    /// Sends until the input ends, the user leaves by a signal or the connection takes no more (then the downlink sees why).
    /// </summary>
    /// <param name="nick">Sent first, when <paramref name="prompted"/> completes; null: the first line of the input answers.</param>
    /// <param name="prompted">Completes when the server asks for the nickname.</param>
    /// <param name="cancellation">The connection has ended, or the user does not want to wait.</param>
    /// <exception cref="ConsoleException">The input cannot be read.</exception>
    public async Task RunAsync(string? nick, Task prompted, CancellationToken cancellation)
    {
        var complete = await ForwardAsync(nick, prompted, cancellation);
        if (!complete)
            return;

        // Before the half-close: the server's answer to it must find the answer to "was that all?".
        _finished = true;
        connection.CompleteSending();
    }

    private async Task<bool> ForwardAsync(string? nick, Task prompted, CancellationToken cancellation)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellation, departure.Asked);
        try
        {
            return (nick is null || await IntroduceAsync(nick, prompted, reading.Token, cancellation))
                && await ForwardInputAsync(reading.Token, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The cursor stands after what was being typed and the terminal's ^C.
            if (output.IsTerminal)
                await output.WriteAsync("\n", cancellation);
            return await SendAsync(QuitCommand.Text, cancellation);
        }
    }

    private async Task<bool> IntroduceAsync(string nick, Task prompted, CancellationToken reading, CancellationToken cancellation)
    {
        await prompted.WaitAsync(reading);

        // A person sees the prompt answered as if by hand.
        if (output.IsTerminal)
            await output.WriteAsync($"{nick}\n", cancellation);
        return await SendAsync(nick, cancellation);
    }

    private async Task<bool> ForwardInputAsync(CancellationToken reading, CancellationToken cancellation)
    {
        while (await input.ReadAsync(reading) is { } line)
        {
            if (input.IsTerminal)
                output.LineWasTyped();

            if (line.Text is null)
                await output.ReportAsync(texts.LineTooLong);
            else if (!await SendAsync(line.Text, cancellation))
                return false;
        }

        return true;
    }

    private Task<bool> SendAsync(string line, CancellationToken cancellation)
    {
        // Before it is sent: the server may have closed by the time that sending returns.
        _quitSent |= QuitCommand.Matches(line);
        return connection.SendLineAsync(line, cancellation);
    }
}
