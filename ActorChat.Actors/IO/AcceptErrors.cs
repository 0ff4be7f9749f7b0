using System.Net.Sockets;

namespace Akka.IO;

/// <summary>Sorts what accept(2) can fail with by whose problem it is.</summary>
internal static class AcceptErrors
{
    /// <summary>What a listener does about an error.</summary>
    public static AcceptAnswer AnswerTo(SocketError error) => error switch
    {
        // The listening socket was closed under it.
        SocketError.OperationAborted => AcceptAnswer.Leave,

        // Of a connection that is gone already, or that a firewall rule forbids: Linux hands the pending network errors of a new
        // socket to accept (man 2 accept).
        SocketError.ConnectionAborted or SocketError.ConnectionReset or SocketError.Interrupted or SocketError.AccessDenied
            or SocketError.NetworkDown or SocketError.NetworkUnreachable or SocketError.NetworkReset or SocketError.HostDown
            or SocketError.HostUnreachable or SocketError.ProtocolOption or SocketError.ProtocolNotSupported or SocketError.TimedOut
            or SocketError.WouldBlock => AcceptAnswer.Next,

        // The listener's own: no connection will ever come by this socket again.
        SocketError.NotSocket or SocketError.InvalidArgument or SocketError.Fault or SocketError.OperationNotSupported => AcceptAnswer.Fail,

        // The machine's (EMFILE, ENFILE, ENOBUFS), or unknown, as ENOMEM is to .NET: to go on at once would spin.
        _ => AcceptAnswer.Pause,
    };
}
