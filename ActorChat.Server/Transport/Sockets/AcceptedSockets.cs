using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Captures accepted sockets until their connection actors exist. A socket option is the only place where Akka.IO exposes them.
/// </summary>
internal sealed class AcceptedSockets : Inet.SocketOption
{
    // Keyed by both ends: one peer end point may be connected to two addresses of this machine.
    private readonly ConcurrentDictionary<(EndPoint Peer, EndPoint Local), Socket> _sockets = [];

    public override void AfterConnect(Socket s) => _sockets[(s.RemoteEndPoint!, s.LocalEndPoint!)] = s;

    /// <summary>Drops the sockets not taken.</summary>
    public void Clear() => _sockets.Clear();

    /// <summary>Takes the socket of a new connection; null if unknown.</summary>
    public Socket? Take(EndPoint peer, EndPoint local) => _sockets.TryRemove((peer, local), out var socket) ? socket : null;
}
