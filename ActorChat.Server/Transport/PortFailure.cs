using System.Net;
using System.Net.Sockets;

namespace ActorChat.Server.Transport;

/// <summary>An address of a port that cannot be listened on.</summary>
/// <param name="EndPoint">Which.</param>
/// <param name="Cause">Why.</param>
internal sealed record PortFailure(IPEndPoint EndPoint, Exception Cause)
{
    /// <summary>Whether somebody else listens there.</summary>
    public bool IsInUse => Cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };

    /// <summary>Whether no network of this machine has the address.</summary>
    public bool IsNotMine => Cause is SocketException { SocketErrorCode: SocketError.AddressNotAvailable };
}
