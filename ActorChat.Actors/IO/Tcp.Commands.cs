using System.Net;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

/// <content>What the manager, listeners and connections are told.</content>
public partial class Tcp
{
    /// <summary>A command. One that fails is answered by <see cref="CommandFailed"/>.</summary>
    public abstract class Command : Message
    {
        /// <summary>For the commands themselves.</summary>
        protected Command()
        {
        }

        /// <summary>The answer when it fails.</summary>
        public CommandFailed FailureMessage => new(this);
    }

    /// <summary>To the manager: connect. Answered by <see cref="Connected"/> or <see cref="CommandFailed"/>.</summary>
    /// <param name="remoteAddress">Whereto: an IP end point or a DNS one.</param>
    /// <param name="localAddress">The local address to use; null for any.</param>
    /// <param name="options">Options of the socket.</param>
    /// <param name="timeout">How long it may take; null for as long as the system lets it.</param>
    /// <param name="pullMode">Whether each <see cref="Received"/> has to be asked for by <see cref="ResumeReading"/>.</param>
    public class Connect(
        EndPoint remoteAddress, EndPoint? localAddress = null, IEnumerable<Inet.SocketOption>? options = null, TimeSpan? timeout = null, bool pullMode = false)
        : Command
    {
        /// <summary>Whereto.</summary>
        public EndPoint RemoteAddress { get; } = remoteAddress;

        /// <summary>The local address to use; null for any.</summary>
        public EndPoint? LocalAddress { get; } = localAddress;

        /// <summary>Options of the socket.</summary>
        public IEnumerable<Inet.SocketOption> Options { get; } = options ?? [];

        /// <summary>How long it may take; null for as long as the system lets it.</summary>
        public TimeSpan? Timeout { get; } = timeout;

        /// <summary>Whether each <see cref="Received"/> has to be asked for.</summary>
        public bool PullMode { get; } = pullMode;

        /// <inheritdoc/>
        public override string ToString() => $"Connect({RemoteAddress})";
    }

    /// <summary>To the manager: listen. Answered by <see cref="Bound"/>, whose sender is the listener, or <see cref="CommandFailed"/>.</summary>
    /// <param name="handler">Is told each connection.</param>
    /// <param name="localAddress">Where; port 0 for a free one.</param>
    /// <param name="backlog">How many connections the kernel keeps until they are accepted.</param>
    /// <param name="options">Options of the sockets.</param>
    /// <param name="pullMode">Whether accepting waits for <see cref="ResumeAccepting"/>, and each <see cref="Received"/> for <see cref="ResumeReading"/>.</param>
    public class Bind(IActorRef handler, EndPoint localAddress, int backlog = 100, IEnumerable<Inet.SocketOption>? options = null, bool pullMode = false)
        : Command
    {
        /// <summary>Is told each connection.</summary>
        public IActorRef Handler { get; } = handler;

        /// <summary>Where; port 0 for a free one.</summary>
        public EndPoint LocalAddress { get; } = localAddress;

        /// <summary>How many connections the kernel keeps until they are accepted.</summary>
        public int Backlog { get; } = backlog;

        /// <summary>Options of the sockets.</summary>
        public IEnumerable<Inet.SocketOption> Options { get; } = options ?? [];

        /// <summary>Whether accepting and reading wait to be asked.</summary>
        public bool PullMode { get; } = pullMode;

        /// <inheritdoc/>
        public override string ToString() => $"Bind({LocalAddress})";
    }

    /// <summary>To a new connection: who handles it. Without one in time (<c>akka.io.tcp.register-timeout</c>) it is closed.</summary>
    /// <param name="handler">Is told what is read and how the connection ends; the connection ends with it.</param>
    /// <param name="keepOpenOnPeerClosed">Whether one can still write when the peer has ended its side.</param>
    /// <param name="useResumeWriting">Whether after a failed write all others fail until <see cref="ResumeWriting"/>.</param>
    public class Register(IActorRef handler, bool keepOpenOnPeerClosed = false, bool useResumeWriting = true) : Command
    {
        /// <summary>Is told what is read and how the connection ends.</summary>
        public IActorRef Handler { get; } = handler;

        /// <summary>Whether one can still write when the peer has ended its side.</summary>
        public bool KeepOpenOnPeerClosed { get; } = keepOpenOnPeerClosed;

        /// <summary>Whether after a failed write all others fail until <see cref="ResumeWriting"/>.</summary>
        public bool UseResumeWriting { get; } = useResumeWriting;
    }

    /// <summary>To a listener: listen no longer. Answered by <see cref="Unbound"/>.</summary>
    public class Unbind : Command
    {
        /// <summary>The only instance.</summary>
        public static readonly Unbind Instance = new();

        private Unbind()
        {
        }
    }

    /// <summary>To a connection: end.</summary>
    public abstract class CloseCommand : Command, IDeadLetterSuppression
    {
        /// <summary>For the commands themselves.</summary>
        protected CloseCommand()
        {
        }

        /// <summary>How the end is told.</summary>
        public abstract ConnectionClosed Event { get; }
    }

    /// <summary>Send what was accepted, then close.</summary>
    public class Close : CloseCommand
    {
        /// <summary>The only instance.</summary>
        public static readonly Close Instance = new();

        private Close()
        {
        }

        /// <inheritdoc/>
        public override ConnectionClosed Event => Closed.Instance;
    }

    /// <summary>Send what was accepted, end this side, wait for the peer to end its own, then close.</summary>
    public class ConfirmedClose : CloseCommand
    {
        /// <summary>The only instance.</summary>
        public static readonly ConfirmedClose Instance = new();

        private ConfirmedClose()
        {
        }

        /// <inheritdoc/>
        public override ConnectionClosed Event => ConfirmedClosed.Instance;
    }

    /// <summary>Close at once with a reset; what was not sent is dropped.</summary>
    public class Abort : CloseCommand
    {
        /// <summary>The only instance.</summary>
        public static readonly Abort Instance = new();

        private Abort()
        {
        }

        /// <inheritdoc/>
        public override ConnectionClosed Event => Aborted.Instance;
    }

    /// <summary>To a connection: after a failed write, take writes again. Answered by <see cref="WritingResumed"/>.</summary>
    public class ResumeWriting : Command
    {
        /// <summary>The only instance.</summary>
        public static readonly ResumeWriting Instance = new();

        private ResumeWriting()
        {
        }
    }

    /// <summary>To a connection: read nothing until <see cref="ResumeReading"/>.</summary>
    public class SuspendReading : Command
    {
        /// <summary>The only instance.</summary>
        public static readonly SuspendReading Instance = new();

        private SuspendReading()
        {
        }
    }

    /// <summary>To a connection: read; in pull mode, once.</summary>
    public class ResumeReading : Command
    {
        /// <summary>The only instance.</summary>
        public static readonly ResumeReading Instance = new();

        private ResumeReading()
        {
        }
    }

    /// <summary>To a listener in pull mode: accept, up to so many connections in one go.</summary>
    /// <param name="batchSize">More than 0.</param>
    public class ResumeAccepting(int batchSize) : Command
    {
        /// <summary>How many connections are accepted in one go.</summary>
        public int BatchSize { get; } = batchSize;
    }
}
