using ActorChat.Client.Arguments;
using ActorChat.Client.Input;
using ActorChat.Client.Net;
using ActorChat.Client.Output;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Chat;

/// <summary>One stay in the chat: connects, lets both ways run until the connection ends, and judges how it ended.</summary>
internal sealed class ChatSession(ClientOptions options, Texts texts, IInput input, IOutput output, Departure departure)
{
    /// <summary>Runs from the connection to its end.</summary>
    /// <exception cref="ConsoleException">Standard input or output failed.</exception>
    public async Task<ExitCode> RunAsync()
    {
        try
        {
            return await Connector.ConnectAsync(options.Server, departure.Asked) switch
            {
                ConnectOutcome.Connected connected => await StayAsync(connected.Connection),
                ConnectOutcome.Failed failed => await ReportAsync(
                    texts.CannotConnect(failed.Why, options.Server), ExitCode.CannotConnect),
                var outcome => throw new InvalidOperationException($"Unknown outcome: {outcome}"),
            };
        }
        catch (OperationCanceledException) when (departure.Asked.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
    }

    private async Task<ExitCode> StayAsync(Connection connection)
    {
        using (connection)
        {
            var downlink = new Downlink(connection, output);
            var uplink = new Uplink(connection, input, output, texts, departure);
            await RunBothAsync(downlink, uplink);
            await output.EndLineAsync();
            return await JudgeAsync(connection.End, uplink);
        }
    }

    // The server ends a session: the downlink's end is the end. The uplink may end long before, or never (nobody types).
    private async Task RunBothAsync(Downlink downlink, Uplink uplink)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(departure.Forced);
        var showing = downlink.RunAsync(over.Token);
        var sending = uplink.RunAsync(options.Nick, downlink.Prompted, over.Token);
        try
        {
            // Only a failure of the uplink is awaited here: it ends the session.
            if (await Task.WhenAny(showing, sending) == sending)
                await sending;
            await showing;
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(showing, sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task<ExitCode> JudgeAsync(ConnectionEnd end, Uplink uplink)
    {
        if (uplink.QuitSent || (uplink.Finished && end is ConnectionEnd.Closed))
            return Task.FromResult(ExitCode.Done);

        var what = end is ConnectionEnd.Closed ? texts.ServerClosed(options.Server) : texts.ConnectionLost(options.Server);
        return ReportAsync(what, ExitCode.ConnectionLost);
    }

    private async Task<ExitCode> ReportAsync(string message, ExitCode code)
    {
        await output.ReportAsync(message);
        return code;
    }
}
