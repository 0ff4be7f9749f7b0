using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

/// <summary>Makes one outgoing connection and tells who asked for it. Lives until the attempt has ended; an attempt ends with it.</summary>
internal sealed class TcpConnector : ReceiveActor
{
    private readonly TcpSettings _settings;
    private readonly Tcp.Connect _connect;
    private readonly IActorRef _commander;
    private readonly CancellationTokenSource _limit = new();
    private readonly Task<Socket> _attempt;
    private bool _taken;

    public TcpConnector(TcpSettings settings, Tcp.Connect connect, IActorRef commander)
    {
        _settings = settings;
        _connect = connect;
        _commander = commander;
        Receive<Socket>(Open);
        Receive<Status.Failure>(failure => Fail(failure.Cause));
        _attempt = ConnectAsync(connect, _limit);
        _attempt.PipeTo(Self);
    }

    protected override void PostStop()
    {
        _limit.Cancel();
        _limit.Dispose();

        // Stopped from outside while the news of a connection was on its way: nobody else will free it.
        if (!_taken)
            _attempt.ContinueWith(static made => made.Result.Dispose(), TaskContinuationOptions.OnlyOnRanToCompletion);
    }

    private static async Task<Socket> ConnectAsync(Tcp.Connect connect, CancellationTokenSource limit)
    {
        var socket = connect.RemoteAddress is DnsEndPoint
            ? new Socket(SocketType.Stream, ProtocolType.Tcp)
            : new Socket(connect.RemoteAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (connect.Timeout is { } timeout)
                limit.CancelAfter(timeout);
            foreach (var option in connect.Options)
                option.BeforeConnect(socket);
            if (connect.LocalAddress is not null)
                socket.Bind(connect.LocalAddress);
            await socket.ConnectAsync(connect.RemoteAddress, limit.Token).ConfigureAwait(false);
            return socket;
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw new TimeoutException($"No connection to {connect.RemoteAddress} within {connect.Timeout}.");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void Open(Socket socket)
    {
        _taken = true;
        try
        {
            TcpConnection.Open(ActorCell.Current!.SelfRef, "connection", socket, _settings, _connect.Options, _connect.PullMode, _commander);
            Context.Stop(Self);
        }
        catch (Exception failure)
        {
            // Reset by the peer already, or an option that does not fit: either way there is no connection.
            Fail(failure);
        }
    }

    private void Fail(Exception cause)
    {
        _commander.Tell(_connect.FailureMessage.WithCause(cause));
        Context.Stop(Self);
    }
}
