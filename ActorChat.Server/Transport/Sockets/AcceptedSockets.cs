using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Keeps the socket of a connection from its accept until its actor is made: the TCP layer itself does not hand sockets out, but shows
/// them to the options.
/// </summary>
internal sealed class AcceptedSockets : Inet.SocketOption
{
    // By both ends: one end of a peer may be connected to two addresses of this machine.
    private readonly ConcurrentDictionary<(EndPoint Peer, EndPoint Local), Socket> _sockets = [];

    /// <inheritdoc/>
    public override void AfterConnect(Socket s) => _sockets[(s.RemoteEndPoint!, s.LocalEndPoint!)] = s;

    /// <summary>Forgets those that nobody has asked for.</summary>
    public void Clear() => _sockets.Clear();

    /// <summary>Gives the socket of a new connection, once; null when there is none.</summary>
    public Socket? Take(EndPoint peer, EndPoint local) => _sockets.TryRemove((peer, local), out var wire) ? wire : null;
}
