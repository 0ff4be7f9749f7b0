using System.Net;
using System.Net.Sockets;
using ActorChat.Server.Transport.Listening;
using ActorChat.Server.Transport.Sockets;

namespace ActorChat.Server.Hosting;

/// <summary>
/// For <c>--check</c>: whether the start would be refused an address or a port. One that is in use is well: the server itself may run.
/// </summary>
internal static class PortCheck
{
    /// <summary>What would be refused. Nobody can connect meanwhile: the sockets are bound and do not listen.</summary>
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
