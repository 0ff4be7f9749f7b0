using Akka.IO;

namespace ActorChat.Tests.Server.Peers;

/// <summary>A connection accepted from a port that was opened with an option, as a listener of the server does it.</summary>
internal static class Acceptance
{
    public static async Task<Socket> WithAsync(Inet.SocketOption option)
    {
        using var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        return await WithAsync(option, peer);
    }

    public static async Task<Socket> WithAsync(Inet.SocketOption option, Socket peer)
    {
        using var port = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        option.BeforeServerSocketBind(port);
        port.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        port.Listen();
        await peer.ConnectAsync(port.LocalEndPoint!);
        var accepted = await port.AcceptAsync();
        option.AfterConnect(accepted);
        return accepted;
    }
}
