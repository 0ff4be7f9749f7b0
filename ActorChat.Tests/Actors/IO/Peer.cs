using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorChat.Tests.Actors.IO;

/// <summary>The other end of a connection: a plain socket.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Socket _socket;

    private Peer(Socket socket) => _socket = socket;

    public EndPoint LocalAddress => _socket.LocalEndPoint!;

    /// <param name="address">Where to.</param>
    /// <param name="receiveBuffer">The kernel's receive buffer in bytes; small for a peer that reads slowly, 0 for the usual one.</param>
    public static async Task<Peer> Connect(EndPoint address, int receiveBuffer = 0)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0)
            socket.ReceiveBufferSize = receiveBuffer;
        await socket.ConnectAsync(address);
        return new Peer(socket);
    }

    public static Peer Of(Socket accepted) => new(accepted);

    public Task Send(string text) => Send(Encoding.ASCII.GetBytes(text));

    public async Task Send(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await _socket.SendAsync(bytes)..];
    }

    /// <summary>Exactly so many bytes, as text.</summary>
    public async Task<string> Read(int count) => Encoding.ASCII.GetString(await ReadBytes(count));

    /// <summary>Exactly so many bytes.</summary>
    public async Task<byte[]> ReadBytes(int count)
    {
        var all = new byte[count];
        for (var got = 0; got < count;)
        {
            var read = await _socket.ReceiveAsync(all.AsMemory(got));
            if (read == 0)
                throw new EndOfStreamException($"The connection ended after {got} of {count} bytes.");
            got += read;
        }

        return all;
    }

    /// <summary>Everything up to the other side's end.</summary>
    public async Task<byte[]> ReadToEnd()
    {
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await _socket.ReceiveAsync(buffer.AsMemory()) is var read && read > 0)
            all.Write(buffer, 0, read);
        return all.ToArray();
    }

    /// <summary>Waits for the end of the connection, whether in good order or by a reset.</summary>
    public async Task AwaitEnd()
    {
        try
        {
            await ReadToEnd();
        }
        catch (SocketException)
        {
            // A reset is an end too.
        }
    }

    /// <summary>Ends this side; the other side can still send.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();
}
