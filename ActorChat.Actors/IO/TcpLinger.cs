using System.Net.Sockets;

namespace Akka.IO;

/// <summary>
/// The end of a connection that this side closes. The kernel answers bytes that it holds unread, or that come after the close, with a
/// reset, and a reset takes from the peer what it has not read yet: the last words. So this side is only ended, and what still comes
/// is read and dropped until the peer ends too; but not for long, and not for much.
/// </summary>
internal sealed class TcpLinger : SocketAsyncEventArgs
{
    private const int MostBytes = 1 << 20;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    // Shared by all: nobody ever looks at what is in it.
    private static readonly byte[] Scrap = new byte[16 * 1024];

    private readonly Socket _socket;
    private readonly Timer _limit;
    private int _dropped;

    private TcpLinger(Socket socket)
        : base(true)
    {
        _socket = socket;
        _limit = new Timer(static state => ((Socket)state!).Dispose(), socket, MostTime, Timeout.InfiniteTimeSpan);
        SetBuffer(Scrap, 0, Scrap.Length);
    }

    /// <summary>Ends this side of the connection, and frees the socket as soon as it can be.</summary>
    public static void End(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The peer was faster and has ended or reset the connection: nothing is left to care for.
            socket.Dispose();
            return;
        }

        new TcpLinger(socket).Drop();
    }

    protected override void OnCompleted(SocketAsyncEventArgs e)
    {
        if (MayGoOn())
            Drop();
    }

    private void Drop()
    {
        try
        {
            while (!_socket.ReceiveAsync(this))
            {
                if (!MayGoOn())
                    return;
            }
        }
        catch (ObjectDisposedException)
        {
            // The time is over.
            Free();
        }
    }

    private bool MayGoOn()
    {
        _dropped += BytesTransferred;
        if (SocketError == SocketError.Success && BytesTransferred > 0 && _dropped < MostBytes)
            return true;
        Free();
        return false;
    }

    private void Free()
    {
        _limit.Dispose();
        _socket.Dispose();
        Dispose();
    }
}
