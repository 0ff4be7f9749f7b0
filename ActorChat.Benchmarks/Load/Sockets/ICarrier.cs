using System.Net.Sockets;

namespace ActorChat.Benchmarks.Load.Sockets;

/// <summary>Carries a member's bytes over a socket that never blocks, with the calls of a socket.</summary>
internal interface ICarrier : IDisposable
{
    /// <summary>Whether something waits until the socket takes bytes.</summary>
    bool WaitsToWrite { get; }

    /// <summary>Whether more may have come than the socket tells.</summary>
    bool HoldsBack { get; }

    /// <summary>Reads what has come. The next call gets the same memory if this one has to wait.</summary>
    int Receive(Memory<byte> buffer, out SocketError error);

    /// <summary>Takes as many bytes as it can; without any it goes on with those that it has taken.</summary>
    int Send(ReadOnlySpan<byte> bytes, out SocketError error);
}

/// <summary>The socket itself.</summary>
internal sealed class SocketCarrier(Socket socket) : ICarrier
{
    /// <inheritdoc/>
    public bool WaitsToWrite => false;

    /// <inheritdoc/>
    public bool HoldsBack => false;

    /// <inheritdoc/>
    public int Receive(Memory<byte> buffer, out SocketError error) => socket.Receive(buffer.Span, SocketFlags.None, out error);

    /// <inheritdoc/>
    public int Send(ReadOnlySpan<byte> bytes, out SocketError error)
    {
        error = SocketError.Success;
        return bytes.IsEmpty ? 0 : socket.Send(bytes, SocketFlags.None, out error);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
