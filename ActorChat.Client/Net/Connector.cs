using System.Net;
using System.Net.Sockets;

namespace ActorChat.Client.Net;

/// <summary>A server's address as given, without the brackets of IPv6; a name is resolved when connecting.</summary>
internal sealed record ServerAddress(string Host, int Port)
{
    /// <summary>As people write it: <c>127.0.0.1:1234</c>, <c>[::1]:1234</c>.</summary>
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}

/// <summary>Why there is no connection: each calls for another remedy.</summary>
internal enum ConnectFailure
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>The machine answers, but nothing listens on the port.</summary>
    Refused,

    /// <summary>The host name cannot be resolved.</summary>
    UnknownHost,

    /// <summary>No answer in time, no route, or the network forbids it.</summary>
    Unreachable,

    /// <summary>What answers does not speak TLS as we do.</summary>
    NoTls,

    /// <summary>The server takes no more connections now, or none of this address. By TLS it can say no more.</summary>
    TurnedAway,

    /// <summary>The server's certificate is not trusted.</summary>
    Untrusted,
}

/// <summary>Opens connections to a server given by name, IPv4 or IPv6 address.</summary>
internal static class Connector
{
    // The operating system waits for more than two minutes, which feels like a program that hangs.
    private static readonly TimeSpan TimeoutPerAddress = TimeSpan.FromSeconds(10);

    /// <summary>Tries the addresses of <paramref name="server"/> in the resolver's order until one accepts.</summary>
    /// <param name="server">Where to connect.</param>
    /// <param name="tls">Encrypts the connection; null: nothing does.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<(Connection? Connection, ConnectFailure Why)> ConnectAsync(
        ServerAddress server, TlsHandshake? tls, CancellationToken cancellation)
    {
        var why = ConnectFailure.UnknownHost;
        foreach (var address in await ResolveAsync(server.Host, cancellation))
        {
            var (connection, whyNot) = await TryAsync(new IPEndPoint(address, server.Port), tls, cancellation);
            if (connection is not null || whyNot is ConnectFailure.Untrusted)
                return (connection, whyNot);

            // "Nothing listens" tells most: `localhost` may also have an address that is out of reach.
            why = why is ConnectFailure.Refused ? why : whyNot;
        }

        return (null, why);
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

    private static async Task<(Connection? Connection, ConnectFailure Why)> TryAsync(
        IPEndPoint address, TlsHandshake? tls, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(TimeoutPerAddress);
        Socket? socket = null;
        try
        {
            socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(address, timeout.Token);
            var (stream, why) = tls is null ? default : await tls.RunAsync(socket, timeout.Token);
            if (tls is not null && stream is null)
                return (null, why);
            var connection = new Connection(socket, stream);
            socket = null;
            return (connection, default);
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.ConnectionRefused)
        {
            return (null, ConnectFailure.Refused);
        }
        catch (Exception failure)
            when (failure is SocketException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return (null, ConnectFailure.Unreachable);
        }
        finally
        {
            socket?.Dispose();
        }
    }
}
