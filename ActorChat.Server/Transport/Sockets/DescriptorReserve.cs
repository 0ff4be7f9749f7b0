using System.Net.Sockets;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Listening;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Refuses newcomers when the process may open hardly any more files and sockets. The rest is kept for what cannot do without: the
/// database, and .NET itself, which ends the process when it gets none for a new thread. They are refused before an actor could hold
/// their sockets.
/// </summary>
/// <param name="listener">Told of each by <see cref="LimitExceeded"/>.</param>
/// <param name="refusal">The line that they get.</param>
internal sealed class DescriptorReserve(IActorRef listener, byte[] refusal) : Inet.SocketOption
{
    // Of few descriptors few can be spared.
    private const int LeastReserve = 24, MostReserve = 256, ReservedShare = 8;

    private const int LongestWaitMs = 500;

    /// <summary>
    /// Waits while half of the reserve is gone, half a second at most: whoever is refused holds a descriptor for a moment. For the thread
    /// that accepts, which would be far ahead of the refusals.
    /// </summary>
    public static void AwaitReturns()
    {
        for (var waited = 0; waited < LongestWaitMs && IsHalfGone(); waited++)
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
            // There is none at all.
            return true;
        }
    }

    private static long ReserveOf(long limit) => Math.Clamp(limit / ReservedShare, LeastReserve, MostReserve);

    /// <inheritdoc/>
    /// <exception cref="DeathPactException">The connection is refused and closed. Its actor ends before it begins, which the log leaves out.</exception>
    public override void AfterConnect(Socket s)
    {
        // The system always gives the lowest number that is free: all below are in use.
        if (DescriptorLimit.Read() is not { } limit || s.SafeHandle.DangerousGetHandle() < limit - ReserveOf(limit))
            return;
        listener.Tell(new LimitExceeded(Limits.Limit.OpenFiles, PeerEndPoint.Normalize(s.RemoteEndPoint!).ToString(), Nickname: null));
        s.Blocking = false;
        s.Send(refusal, SocketFlags.None, out _);
        s.Close();
        throw new DeathPactException(listener);
    }
}
