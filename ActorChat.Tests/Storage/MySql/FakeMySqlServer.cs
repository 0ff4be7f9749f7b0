using System.Net.NetworkInformation;

namespace ActorChat.Tests.Storage.MySql;

/// <summary>Says to everybody who connects what a test wants, piece by piece: the first at once, each other when something came.</summary>
internal sealed class FakeMySqlServer : IDisposable
{
    // https://dev.mysql.com/doc/dev/mysql-server/latest/group__group__cs__capabilities__flags.html: CONNECT_WITH_DB, PROTOCOL_41,
    // SSL, SECURE_CONNECTION; and PLUGIN_AUTH in the upper half.
    private const int Capabilities = 0x8 | 0x200 | 0x800 | 0x8000;
    private const int UpperCapabilities = 0x8;

    private readonly TcpListener _listener;
    private readonly Task _serving;

    /// <param name="address">Where, on a port of its own.</param>
    /// <param name="hangUp">Whether it closes the connection behind the last piece, or says nothing more.</param>
    /// <param name="pieces">What it says.</param>
    public FakeMySqlServer(IPAddress address, bool hangUp, params byte[][] pieces)
    {
        _listener = new TcpListener(address, 0);
        _listener.Start();
        _serving = ServeAsync(hangUp, pieces);
    }

    /// <summary>An address of this machine that is not of the loopback, where it has one.</summary>
    public static IPAddress? NotLoopback { get; } = NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(network => network.GetIPProperties().UnicastAddresses).Select(unicast => unicast.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));

    /// <summary>How a server of MySQL 8 begins.</summary>
    public static byte[] Greeting { get; } = Packet(0,
    [
        10, .. "8.0.40\0"u8, 1, 0, 0, 0, .. "01234567"u8, 0, Capabilities & 0xFF, Capabilities >> 8, 45, 2, 0, UpperCapabilities, 0, 21,
        .. new byte[10], .. "012345678901\0"u8, .. "caching_sha2_password\0"u8,
    ]);

    /// <summary>It does not know the password's hash yet, and asks for the password itself.</summary>
    public static byte[] AsksForPassword { get; } = Packet(2, [1, 4]);

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    public void Dispose()
    {
        _listener.Dispose();
        _serving.Wait();
    }

    private static byte[] Packet(byte number, byte[] content) => [(byte)content.Length, 0, 0, number, .. content];

    private async Task ServeAsync(bool hangUp, byte[][] pieces)
    {
        var clients = new List<TcpClient>();
        try
        {
            while (true)
            {
                clients.Add(await _listener.AcceptTcpClientAsync());
                await SayAsync(clients[^1].GetStream(), pieces);
                if (hangUp)
                    clients[^1].Dispose();
            }
        }
        catch (Exception end) when (end is SocketException or InvalidOperationException or IOException)
        {
            // The test is over.
        }

        clients.ForEach(client => client.Dispose());
    }

    private static async Task SayAsync(NetworkStream stream, byte[][] pieces)
    {
        var heard = new byte[64 * 1024];
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0 && await stream.ReadAsync(heard) == 0)
                return;
            await stream.WriteAsync(pieces[i]);
        }
    }
}
