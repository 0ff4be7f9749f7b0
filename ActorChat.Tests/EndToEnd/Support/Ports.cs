namespace ActorChat.Tests.EndToEnd.Support;

/// <summary>Ports that stay the same over several starts.</summary>
internal static class Ports
{
    private const int TimeWait = 6;

    // Below the range from which systems take ports for outgoing connections, so that nothing else takes one between two starts.
    private const int First = 20_000, End = 30_000;

    /// <summary>A port that is free.</summary>
    public static int PickFixed()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // The next one, then.
            }
        }
    }

    /// <summary>How many old connections of a local IPv4 port the kernel still keeps in TIME_WAIT (Linux).</summary>
    public static int InTimeWait(int port)
    {
        var local = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        var state = TimeWait.ToString("X2", CultureInfo.InvariantCulture);
        return File.ReadLines("/proc/net/tcp").Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count(fields => fields[1].EndsWith(local, StringComparison.Ordinal) && fields[3] == state);
    }
}
