using System.Net.Sockets;
using System.Text;

namespace ActorChat.Benchmarks.Load.Runs.Clients;

/// <summary>One connection to the confirmation port: a message, and its answer up to the line end.</summary>
/// <param name="socket">On its way to the server, not blocking.</param>
/// <param name="start">When it was begun, in stopwatch ticks.</param>
internal sealed class ConfirmationClient(Socket socket, long start) : IDisposable
{
    private readonly byte[] _answer = new byte[512];
    private int _length;
    private int _sent;

    public Socket Socket => socket;

    /// <summary>When it was begun, in stopwatch ticks.</summary>
    public long Start => start;

    /// <summary>What was answered so far.</summary>
    public ReadOnlySpan<byte> Answer => _answer.AsSpan(0, _length);

    /// <summary>Whether the answer is a confirmation.</summary>
    public bool IsConfirmed => ServerLineParser.IsReceipt(Encoding.UTF8.GetString(Answer));

    /// <summary>Sends as much as the system takes; whether that was all.</summary>
    public bool Send(ReadOnlySpan<byte> message)
    {
        var count = socket.Send(message[_sent..], SocketFlags.None, out var error);
        _sent += error is SocketError.Success ? count : 0;
        return _sent == message.Length;
    }

    /// <summary>Reads; whether the answer, or the connection, is at its end.</summary>
    public bool Receive()
    {
        var count = socket.Receive(_answer.AsSpan(_length), SocketFlags.None, out var error);
        if (error is SocketError.WouldBlock or SocketError.TryAgain or SocketError.Interrupted)
            return false;
        _length += error is SocketError.Success ? count : 0;
        return count == 0 || error is not SocketError.Success || _answer[_length - 1] == '\n' || _length == _answer.Length;
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();
}
