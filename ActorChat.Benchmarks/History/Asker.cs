using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorChat.Benchmarks.History;

/// <summary>A client that asks one question after the other, on a thread of its own.</summary>
internal sealed class Asker : IDisposable
{
    private const int Patience = 30_000;

    private readonly TcpClient _client = new() { NoDelay = true, ReceiveTimeout = Patience };
    private readonly StreamReader _reader;

    /// <summary>Logs in as a client of numbered lines.</summary>
    public Asker(IPEndPoint server, string nickname)
    {
        _client.Connect(server);
        _reader = new StreamReader(_client.GetStream(), Encoding.UTF8);
        Send("/client numbers");
        Send(nickname);
        ReadUntil("Welcome, ");
    }

    /// <summary>Sends a line, and reads up to the answer.</summary>
    /// <param name="line">The line.</param>
    /// <param name="end">How the last line of the answer begins.</param>
    /// <param name="sign">A text to look for in the answer.</param>
    /// <returns>How long it took, in stopwatch ticks, and whether the sign was there.</returns>
    public (long Ticks, bool HasSign) Ask(string line, string end, string sign = "\n")
    {
        var began = Stopwatch.GetTimestamp();
        Send(line);
        var hasSign = ReadUntil(end, sign);
        return (Stopwatch.GetTimestamp() - began, hasSign);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _client.Dispose();
    }

    private void Send(string line) => _client.Client.Send(Encoding.UTF8.GetBytes(line + "\n"));

    private bool ReadUntil(string end, string sign = "\n")
    {
        for (var hasSign = false; ;)
        {
            var line = _reader.ReadLine() ?? throw new EndOfStreamException("The server has closed the connection.");
            hasSign |= line.Contains(sign, StringComparison.Ordinal);
            if (line.StartsWith(end, StringComparison.Ordinal))
                return hasSign;
            if (line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("The search takes", StringComparison.Ordinal))
                throw new InvalidOperationException($"The server says: {line}");
        }
    }
}
