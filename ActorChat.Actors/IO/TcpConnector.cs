using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

/// <summary>Makes one outgoing connection and tells who asked for it. Lives until the attempt has ended.</summary>
internal sealed class TcpConnector : ReceiveActor
{
    private readonly CancellationTokenSource _limit;

    public TcpConnector(TcpSettings settings, Tcp.Connect connect, IActorRef commander)
    {
        _limit = connect.Timeout is { } timeout ? new CancellationTokenSource(timeout) : new CancellationTokenSource();
        Receive<Socket>(socket =>
        {
            if (!TcpConnection.Open(ActorCell.Current!.SelfRef, "connection", socket, settings, connect.Options, connect.PullMode, commander))
                commander.Tell(connect.FailureMessage.WithCause(new SocketException((int)SocketError.ConnectionReset)));
            Context.Stop(Self);
        });
        Receive<Status.Failure>(failure =>
        {
            commander.Tell(connect.FailureMessage.WithCause(failure.Cause));
            Context.Stop(Self);
        });
        ConnectAsync(connect, _limit.Token).PipeTo(Self);
    }

    protected override void PostStop() => _limit.Dispose();

    private static async Task<Socket> ConnectAsync(Tcp.Connect connect, CancellationToken limit)
    {
        var socket = connect.RemoteAddress is DnsEndPoint
            ? new Socket(SocketType.Stream, ProtocolType.Tcp)
            : new Socket(connect.RemoteAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            foreach (var option in connect.Options)
                option.BeforeConnect(socket);
            if (connect.LocalAddress is not null)
                socket.Bind(connect.LocalAddress);
            await socket.ConnectAsync(connect.RemoteAddress, limit).ConfigureAwait(false);
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
}
