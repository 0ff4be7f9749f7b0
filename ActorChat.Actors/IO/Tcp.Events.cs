using System.Net;
using Akka.Event;
using Akka.Util;

namespace Akka.IO;

/// <content>What handlers are told.</content>
public partial class Tcp
{
    /// <summary>An event.</summary>
    public class Event : Message
    {
    }

    /// <summary>In the place of an acknowledgement: none is wanted.</summary>
    public class NoAck : Event
    {
        /// <summary>Without a token.</summary>
        public static readonly NoAck Instance = new(null);

        /// <summary>With a token, which shows in a failure.</summary>
        public NoAck(object? token) => Token = token;

        /// <summary>Shows in a failure.</summary>
        public object? Token { get; }

        /// <inheritdoc/>
        public override string ToString() => $"NoAck({Token})";
    }

    /// <summary>Bytes have come: as many as one read gave.</summary>
    /// <param name="data">The bytes; never none.</param>
    public sealed class Received(ByteString data) : Event
    {
        /// <summary>The bytes.</summary>
        public ByteString Data { get; } = data;

        /// <inheritdoc/>
        public override string ToString() => $"Received({Data.Count} bytes)";
    }

    /// <summary>There is a connection: the sender of this event.</summary>
    /// <param name="remoteAddress">The peer.</param>
    /// <param name="localAddress">This side.</param>
    public sealed class Connected(EndPoint remoteAddress, EndPoint localAddress) : Event
    {
        /// <summary>The peer.</summary>
        public EndPoint RemoteAddress { get; } = remoteAddress;

        /// <summary>This side.</summary>
        public EndPoint LocalAddress { get; } = localAddress;

        /// <inheritdoc/>
        public override string ToString() => $"Connected({RemoteAddress} - {LocalAddress})";
    }

    /// <summary>A command failed.</summary>
    /// <param name="cmd">The command.</param>
    public sealed class CommandFailed(Command cmd) : Event
    {
        /// <summary>The command.</summary>
        public Command Cmd { get; } = cmd;

        /// <summary>Why, where it is known.</summary>
        public Option<Exception> Cause { get; private init; }

        /// <summary>Why, as text; empty where it is not known.</summary>
        public string CauseString => Cause.HasValue ? Cause.Value.Message : string.Empty;

        /// <summary>The same with a reason.</summary>
        public CommandFailed WithCause(Exception cause) => new(Cmd) { Cause = cause };

        /// <inheritdoc/>
        public override string ToString() => $"CommandFailed({Cmd}) {CauseString}";
    }

    /// <summary>Writes are taken again.</summary>
    public class WritingResumed : Event
    {
        /// <summary>The only instance.</summary>
        public static readonly WritingResumed Instance = new();

        private WritingResumed()
        {
        }
    }

    /// <summary>The listener, who is the sender, listens.</summary>
    /// <param name="localAddress">Where, with the real port.</param>
    public class Bound(EndPoint localAddress) : Event
    {
        /// <summary>Where, with the real port.</summary>
        public EndPoint LocalAddress { get; } = localAddress;

        /// <inheritdoc/>
        public override string ToString() => $"Bound({LocalAddress})";
    }

    /// <summary>The listener listens no longer.</summary>
    public class Unbound : Event
    {
        /// <summary>The only instance.</summary>
        public static readonly Unbound Instance = new();

        private Unbound()
        {
        }
    }

    /// <summary>A connection has ended; nothing more comes from it. With keep-open, <see cref="PeerClosed"/> alone is not the end.</summary>
    public class ConnectionClosed : Event, IDeadLetterSuppression
    {
        /// <summary>Whether by <see cref="Abort"/>.</summary>
        public virtual bool IsAborted => false;

        /// <summary>Whether by both sides, as <see cref="ConfirmedClose"/> asks.</summary>
        public virtual bool IsConfirmed => false;

        /// <summary>Whether by the peer.</summary>
        public virtual bool IsPeerClosed => false;

        /// <summary>Whether by an error.</summary>
        public virtual bool IsErrorClosed => false;

        /// <summary>The error; null where there was none.</summary>
        public virtual string? Cause => null;

        /// <inheritdoc/>
        public override string ToString() => GetType().Name;
    }

    /// <summary>Ended by <see cref="Close"/>.</summary>
    public class Closed : ConnectionClosed
    {
        /// <summary>The only instance.</summary>
        public static readonly Closed Instance = new();

        private Closed()
        {
        }
    }

    /// <summary>Ended by <see cref="Abort"/>.</summary>
    public class Aborted : ConnectionClosed
    {
        /// <summary>The only instance.</summary>
        public static readonly Aborted Instance = new();

        private Aborted()
        {
        }

        /// <inheritdoc/>
        public override bool IsAborted => true;
    }

    /// <summary>Ended by <see cref="ConfirmedClose"/>, and by the peer.</summary>
    public class ConfirmedClosed : ConnectionClosed
    {
        /// <summary>The only instance.</summary>
        public static readonly ConfirmedClosed Instance = new();

        private ConfirmedClosed()
        {
        }

        /// <inheritdoc/>
        public override bool IsConfirmed => true;
    }

    /// <summary>The peer has ended its side; nothing more can be read.</summary>
    public class PeerClosed : ConnectionClosed
    {
        /// <summary>The only instance.</summary>
        public static readonly PeerClosed Instance = new();

        private PeerClosed()
        {
        }

        /// <inheritdoc/>
        public override bool IsPeerClosed => true;
    }

    /// <summary>Ended by an error, for example a reset.</summary>
    /// <param name="cause">The error.</param>
    public sealed class ErrorClosed(string cause) : ConnectionClosed
    {
        /// <inheritdoc/>
        public override bool IsErrorClosed => true;

        /// <inheritdoc/>
        public override string Cause { get; } = cause;

        /// <inheritdoc/>
        public override string ToString() => $"ErrorClosed({Cause})";
    }
}
