using System.Net;
using Akka.Actor;

namespace Akka.IO;

/// <summary>The commands of <see cref="Tcp"/>, as method calls.</summary>
public class TcpMessage
{
    /// <summary><see cref="Tcp.Connect"/>.</summary>
    public static Tcp.Command Connect(EndPoint remoteAddress, EndPoint? localAddress, IEnumerable<Inet.SocketOption> options, TimeSpan? timeout, bool pullMode) =>
        new Tcp.Connect(remoteAddress, localAddress, options, timeout, pullMode);

    /// <summary><see cref="Tcp.Connect"/>.</summary>
    public static Tcp.Command Connect(EndPoint remoteAddress) => new Tcp.Connect(remoteAddress);

    /// <summary><see cref="Tcp.Bind"/>.</summary>
    public static Tcp.Command Bind(IActorRef handler, EndPoint endpoint, int backlog, IEnumerable<Inet.SocketOption> options, bool pullMode) =>
        new Tcp.Bind(handler, endpoint, backlog, options, pullMode);

    /// <summary><see cref="Tcp.Bind"/>.</summary>
    public static Tcp.Command Bind(IActorRef handler, EndPoint endpoint, int backlog) => new Tcp.Bind(handler, endpoint, backlog);

    /// <summary><see cref="Tcp.Register"/>.</summary>
    public static Tcp.Command Register(IActorRef handler, bool keepOpenOnPeerClosed = false, bool useResumeWriting = true) =>
        new Tcp.Register(handler, keepOpenOnPeerClosed, useResumeWriting);

    /// <summary><see cref="Tcp.Unbind"/>.</summary>
    public static Tcp.Command Unbind() => Tcp.Unbind.Instance;

    /// <summary><see cref="Tcp.Close"/>.</summary>
    public static Tcp.Command Close() => Tcp.Close.Instance;

    /// <summary><see cref="Tcp.ConfirmedClose"/>.</summary>
    public static Tcp.Command ConfirmedClose() => Tcp.ConfirmedClose.Instance;

    /// <summary><see cref="Tcp.Abort"/>.</summary>
    public static Tcp.Command Abort() => Tcp.Abort.Instance;

    /// <summary><see cref="Tcp.NoAck"/>.</summary>
    public static Tcp.NoAck NoAck(object? token = null) => new(token);

    /// <summary><see cref="Tcp.Write"/>.</summary>
    public static Tcp.Command Write(ByteString data, Tcp.Event? ack = null) => Tcp.Write.Create(data, ack ?? Tcp.NoAck.Instance);

    /// <summary><see cref="Tcp.ResumeWriting"/>.</summary>
    public static Tcp.Command ResumeWriting() => Tcp.ResumeWriting.Instance;

    /// <summary><see cref="Tcp.SuspendReading"/>.</summary>
    public static Tcp.Command SuspendReading() => Tcp.SuspendReading.Instance;

    /// <summary><see cref="Tcp.ResumeReading"/>.</summary>
    public static Tcp.Command ResumeReading() => Tcp.ResumeReading.Instance;

    /// <summary><see cref="Tcp.ResumeAccepting"/>.</summary>
    public static Tcp.Command ResumeAccepting(int batchSize) => new Tcp.ResumeAccepting(batchSize);
}
