using System.Net.Sockets;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Listening;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Refuses connections when file descriptors run short. Reserves the rest for the database and for .NET, which crashes if a new thread gets
/// none. Acts before an actor holds the socket, and tells the listener.
/// </summary>
internal sealed class DescriptorReserve(IActorRef listener, byte[] refusal) : Inet.SocketOption
{
    // Bounds the reserve, a share of the limit.
    private const int MinReserve = 24, MaxReserve = 256, ReservedShare = 8;

    private const int MaxWaitMs = 500;

    /// <summary>
    /// Blocks the accepting thread while half of the reserve is used, for half a second at most. Refused sockets hold a descriptor for a moment,
    /// and accepting would outrun their closing.
    /// </summary>
    public static void AwaitReturns()
    {
        for (var waited = 0; waited < MaxWaitMs && IsHalfGone(); waited++)
            Thread.Sleep(1);
    }

    private static bool IsHalfGone()
    {
        if (DescriptorLimit.Read() is not { } limit)
            return false;
        try
        {
            using var lowestFree = File.OpenHandle("/dev/null");
            return lowestFree.DangerousGetHandle() >= limit - (ReserveOf(limit) / 2);
        }
        catch (IOException)
        {
            // No descriptor is left.
            return true;
        }
    }

    private static long ReserveOf(long limit) => Math.Clamp(limit / ReservedShare, MinReserve, MaxReserve);

    /// <exception cref="DeathPactException">The connection is refused. Ends Akka's actor before it starts; the log suppresses this type.</exception>
    public override void AfterConnect(Socket s)
    {
        // The system assigns the lowest free number, so the handle tells how many are in use.
        if (DescriptorLimit.Read() is not { } limit || s.SafeHandle.DangerousGetHandle() < limit - ReserveOf(limit))
            return;
        listener.Tell(new LimitExceeded(Limits.Limit.OpenFiles, PeerEndPoint.Normalize(s.RemoteEndPoint!).ToString(), Nickname: null));
        s.Blocking = false;
        s.Send(refusal, SocketFlags.None, out _);
        s.Close();
        throw new DeathPactException(listener);
    }
}
