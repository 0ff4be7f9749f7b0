using System.Buffers;
using ActorChat.Tests.Fuzz.Checks;

namespace ActorChat.Tests.Fuzz.Attacks;

/// <summary>Carries attacks out, over real sockets.</summary>
/// <param name="server">Whom they are for.</param>
/// <param name="figures">What they add up to.</param>
/// <param name="complain">What is told when the server does not do as it should.</param>
internal sealed class Attacker(FuzzServer server, StormFigures figures, Action<string> complain)
{
    // For what must happen: only a failing run ever waits so long.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // For what need not happen, as an answer to half a line.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMilliseconds(30);

    private static readonly TimeSpan DeafTime = TimeSpan.FromMilliseconds(700);

    private const int MostAnswer = 64 * 1024;
    private const int Addresses = 64;

    // Leaves the choice of the port to the connect: a port may serve once for each address. See man 7 ip.
    private const int BindAddressNoPort = 24;

    /// <summary>Carries one out.</summary>
    public async Task RunAsync(Attack attack)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (attack.Ending == Ending.Deaf)
            socket.ReceiveBufferSize = 4096;
        using var limit = new CancellationTokenSource(attack.Ending == Ending.Deaf ? DeafTime : Limit);
        try
        {
            await ConnectAsync(socket, attack, limit.Token);
            await SendAsync(socket, attack, limit.Token);
            await EndAsync(socket, attack, limit.Token);
        }
        catch (OperationCanceledException) when (attack.Ending == Ending.Deaf)
        {
            Reset(socket);
        }
        catch (OperationCanceledException)
        {
            complain($"the server kept {attack} waiting for {Limit}");
        }
        catch (SocketException gone) when (gone.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted)
        {
            // The server was faster: it has answered and closed.
            figures.Resets.Add(1);
        }
        catch (SocketException refused)
        {
            complain($"{refused.SocketErrorCode} for {attack}");
        }
    }

    // From many addresses, as those that end by themselves keep their port for a minute (TIME_WAIT), and an address has 28,000.
    private async Task ConnectAsync(Socket socket, Attack attack, CancellationToken limit)
    {
        socket.SetRawSocketOption(0, BindAddressNoPort, BitConverter.GetBytes(1));
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)(2 + (attack.Number % Addresses))]), 0));
        await socket.ConnectAsync(attack.IsChat ? server.Chat : server.Confirmation, limit);
        figures.Connections.Add(1);
    }

    private async Task SendAsync(Socket socket, Attack attack, CancellationToken limit)
    {
        var last = attack.Ending is Ending.CloseMidway or Ending.ResetMidway ? attack.Middle : attack.Writes.Count;
        foreach (var (bytes, pause) in attack.Writes.Take(last))
        {
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, limit);
            for (var rest = bytes.AsMemory(); !rest.IsEmpty;)
            {
                var sent = await socket.SendAsync(rest, SocketFlags.None, limit);
                figures.Sent.Add(sent);
                rest = rest[sent..];
            }
        }
    }

    private async Task EndAsync(Socket socket, Attack attack, CancellationToken limit)
    {
        switch (attack.Ending)
        {
            case Ending.HalfClose:
                socket.Shutdown(SocketShutdown.Send);
                await ReadToEndAsync(socket, attack, limit);
                break;
            case Ending.ResetAfterAnswer:
                await ReadOnceAsync(socket, limit);
                Reset(socket);
                break;
            case Ending.Deaf:
                await Task.Delay(Timeout.InfiniteTimeSpan, limit);
                break;
            case Ending.Reset or Ending.ResetMidway:
                Reset(socket);
                break;
            default:
                break;
        }
    }

    // Of very long answers not all is kept: those are not looked at.
    private async Task ReadToEndAsync(Socket socket, Attack attack, CancellationToken limit)
    {
        var answer = ArrayPool<byte>.Shared.Rent(MostAnswer);
        try
        {
            var (count, isWhole) = (0, true);
            for (int read; (read = await socket.ReceiveAsync(answer.AsMemory(count, MostAnswer - count), SocketFlags.None, limit)) > 0;)
            {
                figures.Received.Add(read);
                count += read;
                if (count == MostAnswer)
                    (count, isWhole) = (0, false);
            }

            if (isWhole)
                Check(attack, new Answer(answer.AsSpan(0, count)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(answer);
        }
    }

    private async Task ReadOnceAsync(Socket socket, CancellationToken limit)
    {
        var answer = ArrayPool<byte>.Shared.Rent(MostAnswer);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(limit);
        patience.CancelAfter(AnswerLimit);
        try
        {
            figures.Received.Add(await socket.ReceiveAsync(answer.AsMemory(0, MostAnswer), SocketFlags.None, patience.Token));
        }
        catch (OperationCanceledException)
        {
            // Not every attack has an answer.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(answer);
        }
    }

    private void Check(Attack attack, Answer answer)
    {
        if (!answer.IsSound)
            complain($"'{DocumentedLines.Visible(answer.Text)}' was the answer to {attack}");
        if (attack.IsChat || !answer.Text.StartsWith("Mensaje recibido: ", StringComparison.Ordinal))
            return;
        figures.Confirmed.Add(1);
        if (attack is { Recipe: AttackGenerator.MarkedRecipe, Writes.Count: 1 })
            figures.Marked.Add(attack.Number);
    }

    private static void Reset(Socket socket) => socket.LingerState = new LingerOption(enable: true, seconds: 0);
}
