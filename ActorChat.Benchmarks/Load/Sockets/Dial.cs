using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ActorChat.Benchmarks.Load.Sockets;

/// <summary>Makes sockets on the way to a server, none of which ever blocks.</summary>
internal sealed class Dial
{
    // ip(7): the port is chosen at connect, where it need only differ from those of the same server. .NET has no name for it.
    private const int Ip = 0;
    private const int BindAddressNoPort = 24;

    private readonly IPEndPoint _server;
    private readonly byte[] _address;
    private readonly int _sources;
    private int _next;

    /// <param name="server">Where to.</param>
    /// <param name="sources">
    /// From how many addresses of this machine, in turn, where the server is on it too (Linux): ports that wait for their end are
    /// soon scarce where thousands of connections a second come from one address. 1: from whichever the system chooses.
    /// </param>
    public Dial(IPEndPoint server, int sources)
    {
        var address = server.Serialize();
        (_server, _address) = (server, address.Buffer[..address.Size].ToArray());
        var home = server.AddressFamily is AddressFamily.InterNetwork && IPAddress.IsLoopback(server.Address);
        _sources = home && OperatingSystem.IsLinux() ? sources : 1;
    }

    /// <summary>Begins a connection. That it could not be made is told by the first read.</summary>
    /// <param name="receiveBuffer">What the system holds for a member that does not read, in bytes; 0: as the system has it.</param>
    /// <exception cref="SocketException">It cannot even begin: no descriptor is left.</exception>
    /// <exception cref="IOException">The same: there is no way to the server, or no port is left.</exception>
    public Socket Start(int receiveBuffer = 0)
    {
        var socket = new Socket(_server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (receiveBuffer > 0)
                socket.ReceiveBufferSize = receiveBuffer;
            if (_sources > 1)
                BindToNextSource(socket);
            Connect(socket);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void BindToNextSource(Socket socket)
    {
        socket.SetRawSocketOption(Ip, BindAddressNoPort, BitConverter.GetBytes(1));
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)(2 + _next)]), 0));
        _next = (_next + 1) % _sources;
    }

    // .NET throws, at some 20 µs each, for a connection that is merely under way.
    private void Connect(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
        {
            socket.Connect(_server);
            socket.Blocking = false;
            return;
        }

        socket.Blocking = false;
        if (Libc.Connect(socket.Handle, ref _address[0], (uint)_address.Length) < 0 && Marshal.GetLastPInvokeError() is not Libc.InProgress and var error)
            throw new IOException(Marshal.GetPInvokeErrorMessage(error));
    }
}
