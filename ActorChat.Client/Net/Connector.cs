using System.Net;
using System.Net.Sockets;

namespace ActorChat.Client.Net;

/// <summary>A server's address as given; the name is resolved when connecting.</summary>
/// <param name="Host">A host name, an IPv4 or an IPv6 address without brackets.</param>
/// <param name="Port">1 to 65535.</param>
internal sealed record ServerAddress(string Host, int Port)
{
    /// <summary>As people write it: <c>127.0.0.1:1234</c>, <c>[::1]:1234</c>.</summary>
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}

/// <summary>Why there is no connection: each calls for another remedy.</summary>
internal enum ConnectFailure
{
    /// <summary>The machine answers, but nothing listens on the port.</summary>
    Refused,

    /// <summary>The host name cannot be resolved.</summary>
    UnknownHost,

    /// <summary>No answer in time, no route, or the network forbids it.</summary>
    Unreachable,
}

/// <summary>The result of an attempt to connect. A server that is not there is an ordinary one, not an exception.</summary>
internal abstract record ConnectOutcome
{
    private ConnectOutcome() { }

    /// <summary>Success; the receiver disposes the connection.</summary>
    public sealed record Connected(Connection Connection) : ConnectOutcome;

    /// <summary>No address of the host could be connected to.</summary>
    public sealed record Failed(ConnectFailure Why) : ConnectOutcome;
}

/// <summary>Opens connections to a server given by name, IPv4 or IPv6 address.</summary>
internal static class Connector
{
    // The operating system waits for more than two minutes, which feels like a program that hangs.
    private static readonly TimeSpan TimeoutPerAddress = TimeSpan.FromSeconds(10);

    /// <summary>Tries the addresses of <paramref name="server"/> in the resolver's order until one accepts.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static async Task<ConnectOutcome> ConnectAsync(ServerAddress server, CancellationToken cancellation)
    {
        var why = ConnectFailure.UnknownHost;
        foreach (var address in await ResolveAsync(server.Host, cancellation))
        {
            var outcome = await TryAsync(new IPEndPoint(address, server.Port), cancellation);
            if (outcome is not ConnectOutcome.Failed failed)
                return outcome;

            // "Nothing listens" tells most: `localhost` may also have an address that is out of reach.
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
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(TimeoutPerAddress);
        Socket? socket = null;
        try
        {
            socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(address, timeout.Token);
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
