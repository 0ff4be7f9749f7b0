using System.Net;
using System.Net.Sockets;

namespace ActorChat.Client.Net;

/// <summary>Opens connections to a server given by name, IPv4 or IPv6 address.</summary>
internal static class Connector
{
    // The operating system's own limit is beyond two minutes, which feels like a program that hangs.
    private static readonly TimeSpan PatiencePerAddress = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Tries the addresses of <paramref name="server"/> one after the other, in the resolver's order, until one accepts.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static async Task<ConnectOutcome> ConnectAsync(ServerAddress server, CancellationToken cancellation)
    {
        var why = ConnectFailure.UnknownHost;
        foreach (var address in await ResolveAsync(server.Host, cancellation))
        {
            var outcome = await TryAsync(new IPEndPoint(address, server.Port), cancellation);
            if (outcome is not ConnectOutcome.Failed failed)
                return outcome;

            // "Nothing listens" is the most telling answer: `localhost` may also have an address that is out of reach.
            why = why is ConnectFailure.Refused ? why : failed.Why;
        }

        return new ConnectOutcome.Failed(why);
    }

    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellation);
        }
        catch (Exception failure) when (failure is SocketException or ArgumentException)
        {
            return []; // unknown name, or one that no resolver takes (too long)
        }
    }

    private static async Task<ConnectOutcome> TryAsync(IPEndPoint address, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(PatiencePerAddress);
        Socket? socket = null;
        try
        {
            socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(address, patience.Token);
            var connected = new ConnectOutcome.Connected(new Connection(socket));
            socket = null;
            return connected;
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.ConnectionRefused)
        {
            return new ConnectOutcome.Failed(ConnectFailure.Refused);
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return new ConnectOutcome.Failed(ConnectFailure.Unreachable);
        }
        finally
        {
            socket?.Dispose();
        }
    }
}
