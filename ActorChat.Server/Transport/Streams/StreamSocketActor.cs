using System.Net;
using System.Net.Sockets;
using ActorChat.Server.Resources;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Streams;

/// <summary>
/// Makes a stream look like a connection of Akka.IO: takes and tells the same messages, in pull mode. So a connection's actor does not know
/// what carries its bytes. Opens the stream when somebody has registered, and no thread waits for it.
/// </summary>
internal sealed class StreamSocketActor : UntypedActor
{
    // Only the cause's message tells a full queue, as with Akka.IO.
    private const string QueueIsFull = "Dropping write because queue is full";

    private static readonly TimeSpan RegisterTimeout = TimeSpan.FromSeconds(10);

    private readonly IByteStream _stream;
    private readonly StreamInput _input;
    private readonly StreamOutput _output;
    private IActorRef _handler = ActorRefs.Nobody;
    private Phase _phase = Phase.Unregistered;
    private Tcp.CloseCommand? _closing;
    private bool _keepsOpen;
    private bool _wantsInput;
    private bool _isFlushDue;

    public StreamSocketActor(IByteStream stream, int maxQueued)
    {
        _stream = stream;
        _input = new StreamInput(stream, Self);
        _output = new StreamOutput(stream, Self, maxQueued);
    }

    private enum Phase
    {
        Unregistered,
        Opening,
        Open,

        /// <summary>Our side is being ended.</summary>
        Ending,

        /// <summary>The peer knows that our side has ended.</summary>
        Ended,
    }

    private bool IsOpen => _phase >= Phase.Open;

    public static Props PropsFor(IByteStream stream, int maxQueued) => Props.Create<StreamSocketActor>(stream, maxQueued);

    protected override void PreStart() => Context.SetReceiveTimeout(RegisterTimeout);

    // A reset, unless it was closed in good order.
    protected override void PostStop() => _stream.Close(reset: true);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tcp.Write write:
                OnWrite(write);
                break;
            case Flush:
                _isFlushDue = false;
                GoOn();
                break;
            case StreamOutput.WriteDone:
                _output.OnWritten();
                GoOn();
                break;
            case Tcp.ResumeReading:
                _wantsInput = true;
                GoOn();
                break;
            case StreamInput.ReadDone read:
                OnRead(read);
                break;
            case Tcp.Register register:
                OnRegister(register);
                break;
            case Tcp.Abort abort:
                _stream.Close(reset: true);
                Finish(abort.Event);
                break;
            case Tcp.CloseCommand close:
                OnClose(close);
                break;
            case SkipOpening when _phase == Phase.Unregistered:
                _phase = Phase.Open;
                break;
            case Opened:
                _phase = Phase.Open;
                GoOn();
                break;
            case SideEnded:
                _phase = Phase.Ended;
                GoOn();
                break;
            case StreamFailed failed:
                OnFailed(failed.Cause);
                break;
            case Terminated or ReceiveTimeout:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void OnRegister(Tcp.Register register)
    {
        Context.SetReceiveTimeout(null);
        _handler = Context.Watch(register.Handler);
        _keepsOpen = register.KeepOpenOnPeerClosed;
        if (_phase != Phase.Unregistered)
            return;
        _phase = Phase.Opening;
        _ = TellWhenDone(_stream.OpenAsync(), Self, new Opened());
    }

    // Flushes by a message, so that the writes that wait behind this one are sent with it.
    private void OnWrite(Tcp.Write write)
    {
        if (_closing is not null)
        {
            Sender.Tell(write.FailureMessage);
        }
        else if (!_output.TryAdd(write, Sender))
        {
            Sender.Tell(write.FailureMessage.WithCause(new IOException(QueueIsFull)));
        }
        else if (!_isFlushDue)
        {
            _isFlushDue = true;
            Self.Tell(Flush.Instance);
        }
    }

    private void OnRead(StreamInput.ReadDone read)
    {
        _input.OnRead(read);
        if (!_input.IsEnded)
            _handler.Tell(new Tcp.Received(read.Bytes));
        else if (_closing is null && _keepsOpen)
            _handler.Tell(Tcp.PeerClosed.Instance);
        else if (_closing is null)
            Finish(Tcp.PeerClosed.Instance);
        GoOn();
    }

    // Lets a handler end before its last words are sent, unless it waits for the peer's side too.
    private void OnClose(Tcp.CloseCommand close)
    {
        _closing ??= close;
        if (close is Tcp.Close)
            Context.Unwatch(_handler);
        GoOn();
    }

    private void GoOn()
    {
        if (!IsOpen)
            return;
        if (_wantsInput)
            _input.Resume();
        _wantsInput = false;
        _output.Flush();
        if (_closing is null || !_output.IsEmpty)
            return;
        if (_phase == Phase.Open)
        {
            _phase = Phase.Ending;
            _ = TellWhenDone(_stream.EndAsync(), Self, new SideEnded());
        }
        else if (_phase == Phase.Ended && (_closing is Tcp.Close || _input.IsEnded))
        {
            _stream.Close(reset: false);
            Finish(_closing.Event);
        }
    }

    private void OnFailed(Exception cause)
    {
        if (cause is NotOpenedException)
            Context.Parent.Tell(new StreamBroken(cause.Message));

        // Without a reset, which might take away an answer that says why.
        if (_phase == Phase.Opening)
            _stream.Close(reset: false);
        Finish(cause.GetBaseException() switch
        {
            SocketException socket => new Tcp.ErrorClosed(socket.Message),
            EndOfStreamException when _phase == Phase.Opening => Tcp.PeerClosed.Instance,
            var other => new StreamBroken(other.Message),
        });
    }

    private void Finish(Tcp.ConnectionClosed closed)
    {
        _handler.Tell(closed);
        Context.Stop(Self);
    }

    private static async Task TellWhenDone(Task task, IActorRef self, object done)
    {
        try
        {
            await task.ConfigureAwait(false);
            self.Tell(done);
        }
        catch (Exception failure)
        {
            // Catches all types, as for reads and writes.
            self.Tell(new StreamFailed(failure));
        }
    }

    /// <summary>Carries bytes as they are: for a peer that is sent away before it costs a handshake. Send it before registering.</summary>
    internal sealed record SkipOpening : INoSerializationVerificationNeeded;

    private sealed record Flush : INoSerializationVerificationNeeded
    {
        public static readonly Flush Instance = new();
    }

    private sealed record Opened : INoSerializationVerificationNeeded;

    private sealed record SideEnded : INoSerializationVerificationNeeded;
}

/// <summary>The <see cref="Tcp.Connected"/> of a stream, which is opened when somebody has registered.</summary>
internal sealed record StreamConnected(EndPoint RemoteAddress, EndPoint LocalAddress) : INoSerializationVerificationNeeded
{
    public bool IsEncrypted { get; init; }

    /// <summary>Whether opening it costs a handshake, without which its peer understands no words.</summary>
    public bool HasHandshake { get; init; }

    /// <summary>The language that the client wants; null without a wish.</summary>
    public Language? Language { get; init; }
}

/// <summary>
/// The stream could not be opened, or has broken for a reason that is not the network's. For the handler; of an opening, for the parent too.
/// </summary>
internal sealed class StreamBroken(string reason) : Tcp.ConnectionClosed
{
    public string Reason => reason;

    public override bool IsErrorClosed => true;

    public override string Cause => reason;
}
