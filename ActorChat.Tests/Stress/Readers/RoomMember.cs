using System.Buffers.Text;
using System.Diagnostics;
using HdrHistogram;

namespace ActorChat.Tests.Stress.Readers;

/// <summary>
/// One of a thousand: joins; then reads all the time, and measures how long each public message took, or never reads at all.
/// </summary>
/// <param name="name">The nickname.</param>
internal sealed class RoomMember(string name) : IDisposable
{
    private const int Digits = 16, TextLength = 1000, SmallBuffer = 4096;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _bytes = new byte[64 * 1024];
    private int _filled;
    private long _heard;
    private int _gone;

    /// <summary>The nickname.</summary>
    public string Name => name;

    /// <summary>How many public messages it has sent.</summary>
    public int Sent { get; private set; }

    /// <summary>How many public messages of the others it has got.</summary>
    public long Heard => Volatile.Read(ref _heard);

    /// <summary>Of how many who never read it was told that they are gone.</summary>
    public int Gone => Volatile.Read(ref _gone);

    /// <summary>Connects and takes the nickname.</summary>
    /// <param name="chat">The chat port.</param>
    /// <param name="reads">Whether it will read; who will not has a small buffer.</param>
    public async Task JoinAsync(IPEndPoint chat, bool reads)
    {
        if (!reads)
            _socket.ReceiveBufferSize = SmallBuffer;
        await _socket.ConnectAsync(chat);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(name + "\n"));
        var welcome = new StringBuilder();
        while (!welcome.ToString().Contains("Bienvenido", StringComparison.Ordinal))
        {
            var count = await _socket.ReceiveAsync(_bytes.AsMemory(0, 256));
            welcome.Append(Encoding.UTF8.GetString(_bytes, 0, count));
            if (count == 0 || welcome.Length > 1024)
                throw new InvalidOperationException($"{name} was not let in: {welcome}");
        }
    }

    /// <summary>Sends a public message that says when it was sent.</summary>
    public async Task SayAsync()
    {
        var now = Stopwatch.GetTimestamp().ToString("x16", CultureInfo.InvariantCulture);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(now.PadRight(TextLength, '.') + "\n"));
        Sent++;
    }

    /// <summary>Reads until the connection ends.</summary>
    public async Task ReadAsync(Func<HistogramBase> latencies)
    {
        int count;
        while ((count = await _socket.ReceiveAsync(_bytes.AsMemory(_filled))) > 0)
        {
            _filled += count;
            TakeLines(latencies());
        }
    }

    public void Dispose() => _socket.Dispose();

    private void TakeLines(HistogramBase latencies)
    {
        var now = Stopwatch.GetTimestamp();
        var rest = _bytes.AsSpan(0, _filled);
        for (var end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
        {
            Take(rest[..end], now, latencies);
            rest = rest[(end + 1)..];
        }

        rest.CopyTo(_bytes);
        _filled = rest.Length;
    }

    // Lines begin with a star when somebody comes or goes. Only those who never read go; several at once are told by number.
    private void Take(ReadOnlySpan<byte> line, long now, HistogramBase latencies)
    {
        if (line.StartsWith("* "u8) && line.EndsWith("desconectado"u8))
            Volatile.Write(ref _gone, _gone + (Utf8Parser.TryParse(line[2..], out int number, out _) ? number : 1));
        var text = line.IndexOf(": "u8) + 2;
        if (line[0] == '*' || line.Length < text + Digits || !Utf8Parser.TryParse(line.Slice(text, Digits), out long sent, out _, 'x'))
            return;
        latencies.RecordValue(Math.Max(0, now - sent));
        Volatile.Write(ref _heard, _heard + 1);
    }
}
