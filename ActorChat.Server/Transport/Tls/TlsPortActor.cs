using System.Net.Sockets;
using ActorChat.Server.Transport.Streams;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Tls;

/// <summary>
/// Listens on one address, with a child for each connection, as Akka.IO does for plain ones: it resets them all when it stops. Accepts one at a
/// time. A handshake begins only when somebody registers with the connection.
/// </summary>
internal sealed class TlsPortActor : ReceiveActor
{
    // Gives the system time to return descriptors, as accepting would outrun it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Tcp.Bind _bind;
    private readonly IActorRef _binder;
    private readonly TlsOptions _options;
    private readonly HandshakeGate _gate;
    private readonly CancellationTokenSource _stopping = new();
    private ActorTimer _pause;
    private Socket? _listening;
    private IActorRef _statistics = ActorRefs.Nobody;
    private long _retries;

    public TlsPortActor(Tcp.Bind bind, IActorRef binder, TlsOptions options, HandshakeGate gate)
    {
        (_bind, _binder, _options, _gate) = (bind, binder, options, gate);
        Receive<Accepted>(accepted => OnAccepted(accepted.Socket));
        Receive<NotAccepted>(refused => OnNotAccepted(refused.Cause));
        Receive<AcceptAgain>(_ => AcceptNext());
        Receive<StreamBroken>(Context.Parent.Tell);
        Receive<Tcp.SubscribeToTcpListenerStats>(subscribe => _statistics = subscribe.Subscriber);
        Receive<Tcp.Unbind>(_ =>
        {
            Sender.Tell(Tcp.Unbound.Instance);
            Context.Stop(Self);
        });
    }

    public static Props PropsFor(Tcp.Bind bind, IActorRef binder, TlsOptions options, HandshakeGate gate) =>
        Props.Create<TlsPortActor>(bind, binder, options, gate);

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    protected override void PreStart()
    {
        try
        {
            _listening = Listen();
            _binder.Tell(new Tcp.Bound(_listening.LocalEndPoint));
            AcceptNext();
        }
        catch (SocketException refusal)
        {
            _binder.Tell(_bind.FailureMessage.WithCause(refusal));
            Context.Stop(Self);
        }
    }

    protected override void PostStop()
    {
        _pause.Off();
        _stopping.Cancel();
        _listening?.Dispose();
    }

    private Socket Listen()
    {
        var socket = new Socket(_bind.LocalAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            foreach (var option in _bind.Options)
                option.BeforeServerSocketBind(socket);
            socket.Bind(_bind.LocalAddress);
            socket.Listen(_bind.Backlog);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private void AcceptNext() => _listening!.AcceptAsync(_stopping.Token).AsTask()
        .PipeTo(Self, success: socket => new Accepted(socket), failure: cause => new NotAccepted(cause));

    private void OnAccepted(Socket socket)
    {
        try
        {
            foreach (var option in _bind.Options)
                option.AfterConnect(socket);
            var connected = new StreamConnected(socket.RemoteEndPoint!, socket.LocalEndPoint!) { IsEncrypted = true, HasHandshake = true };
            var stream = new TlsStream(socket, _options, _gate);
            _bind.Handler.Tell(connected, Context.ActorOf(StreamSocketActor.PropsFor(stream, _bind.TcpSettings!.WriteCommandsQueueMaxSize)));
            AcceptNext();
        }
        catch (DeathPactException)
        {
            // Descriptors are short: the option has sent the client away.
            AcceptLater();
        }
        catch (SocketException)
        {
            // The client has left already.
            socket.Dispose();
            AcceptNext();
        }
    }

    // accept(2): some errors are the client's, and the next one is accepted at once; others are the system's.
    private void OnNotAccepted(Exception cause)
    {
        if (cause is SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted })
        {
            AcceptNext();
            return;
        }

        _statistics.Tell(new Tcp.TcpListenerStatistics { RetriedIncomingConnections = ++_retries });
        AcceptLater();
    }

    private void AcceptLater()
    {
        _pause.Off();
        _pause.Set(_options.Clock.Now() + Pause, _options.Clock, Self, AcceptAgain.Instance);
    }

    private sealed record Accepted(Socket Socket) : INoSerializationVerificationNeeded;

    private sealed record NotAccepted(Exception Cause) : INoSerializationVerificationNeeded;

    private sealed record AcceptAgain : INoSerializationVerificationNeeded
    {
        public static readonly AcceptAgain Instance = new();
    }
}
