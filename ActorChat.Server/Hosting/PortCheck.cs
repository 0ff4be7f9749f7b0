using System.Net;
using System.Net.Sockets;
using ActorChat.Server.Transport.Listening;
using ActorChat.Server.Transport.Sockets;

namespace ActorChat.Server.Hosting;

/// <summary>Finds ports that <c>--check</c> reports. A port in use is fine: the server itself may be running.</summary>
internal static class PortCheck
{
    /// <summary>Binds every end point without listening, so that nobody can connect meanwhile.</summary>
    public static IReadOnlyList<PortFailure> FindFailures(IEnumerable<IPEndPoint> endPoints) =>
        [.. endPoints.Select(Find).OfType<PortFailure>().Where(failure => !failure.IsInUse)];

    private static PortFailure? Find(IPEndPoint endPoint)
    {
        try
        {
            using var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            new DualStack(endPoint.Address).BeforeServerSocketBind(socket);
            socket.Bind(endPoint);
            return null;
        }
        catch (SocketException refused)
        {
            return new PortFailure(endPoint, refused);
        }
    }
}
