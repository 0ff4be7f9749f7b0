using System.Net.Sockets;
using ActorChat.Benchmarks.Load.Sockets;
using ActorChat.Benchmarks.Load.Wire;

namespace ActorChat.Benchmarks.Load.Runs.Clients;

/// <summary>One connection to the port under load.</summary>
/// <param name="socket">On its way to the server, not blocking.</param>
/// <param name="start">When it was begun, in stopwatch ticks.</param>
/// <param name="stalls">Whether it never reads once it is in.</param>
/// <param name="carrier">Carries its bytes over the socket.</param>
/// <param name="login">Its login.</param>
internal sealed class Member(Socket socket, long start, bool stalls, ICarrier carrier, ILoginTalk login) : IDisposable
{
    // What a line may have before it is dropped unread: more than any server of lines sends.
    private const int LongestRest = 1 << 16;

    private byte[] _rest = [];
    private int _restLength;
    private byte[] _output = [];
    private int _outputLength;

    public Socket Socket => socket;

    /// <summary>When it was begun, in stopwatch ticks.</summary>
    public long Start => start;

    /// <summary>Whether it never reads once it is in.</summary>
    public bool Stalls => stalls;

    /// <summary>Its login; null once it is in.</summary>
    public ILoginTalk? Login { get; set; } = login;

    /// <summary>Whether the server has closed it.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Whether something waits until the socket takes bytes.</summary>
    public bool WaitsToWrite => _outputLength > 0 || carrier.WaitsToWrite;

    /// <inheritdoc cref="ICarrier.HoldsBack"/>
    public bool HoldsBack => carrier.HoldsBack;

    /// <summary>Reads what has come, as a socket does.</summary>
    public int Receive(Memory<byte> buffer, out SocketError error) => carrier.Receive(buffer, out error);

    /// <summary>Copies the line that is not whole yet to where the next bytes go; gives its length.</summary>
    public int CopyRest(Span<byte> target)
    {
        _rest.AsSpan(0, _restLength).CopyTo(target);
        return _restLength;
    }

    /// <summary>Keeps a line that is not whole yet.</summary>
    public void KeepRest(ReadOnlySpan<byte> rest)
    {
        _restLength = rest.Length > LongestRest ? 0 : rest.Length;
        if (_restLength > _rest.Length)
            _rest = new byte[Math.Max(_restLength, 256)];
        rest[.._restLength].CopyTo(_rest);
    }

    /// <summary>Room for so many bytes, which leave with the next <see cref="Flush"/>.</summary>
    public Span<byte> Append(int length)
    {
        if (_outputLength + length > _output.Length)
            Array.Resize(ref _output, Math.Max(2 * _output.Length, _outputLength + length));
        _outputLength += length;
        return _output.AsSpan(_outputLength - length, length);
    }

    /// <summary>Sends as much as the system takes.</summary>
    /// <param name="waits">Whether some of it still waits.</param>
    /// <returns>False where the connection is broken; reading it will tell.</returns>
    public bool Flush(out bool waits)
    {
        var sent = carrier.Send(_output.AsSpan(0, _outputLength), out var error);
        if (error is not SocketError.Success)
            sent = error is SocketError.WouldBlock or SocketError.TryAgain ? 0 : -1;
        if (sent > 0)
            _output.AsSpan(sent, _outputLength - sent).CopyTo(_output);
        _outputLength -= Math.Max(sent, 0);
        waits = WaitsToWrite;
        return sent >= 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        IsGone = true;
        carrier.Dispose();
        socket.Dispose();
    }
}
