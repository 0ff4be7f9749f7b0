using System.Text;
using ActorChat.Server.Chat;
using ActorChat.Server.Framing;
using BenchmarkDotNet.Attributes;

namespace ActorChat.Benchmarks;

/// <summary>What a line costs between the socket and the room, and back.</summary>
[MemoryDiagnoser]
public class FramingBenchmarks
{
    private readonly MessageFramer _framer = new(1024);
    private readonly string _text = new('x', 64);
    private byte[] _block = [];
    private Nickname _nickname;

    /// <summary>Lines in one block, as one read gives them.</summary>
    [Params(1, 32)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(_text + "\n", Lines)));
        _nickname = Nickname.TryParse("ana", out var ana) ? ana : throw new InvalidOperationException("ana is a nickname.");
    }

    /// <summary>Bytes to messages.</summary>
    [Benchmark]
    public int Frame()
    {
        _framer.Append(_block);
        var count = 0;
        while (_framer.TryRead(out _))
            count++;
        return count;
    }

    /// <summary>A message to a command.</summary>
    [Benchmark]
    public object Parse() => ChatCommandParser.Parse(_text);

    /// <summary>A public message to the bytes that all members share.</summary>
    [Benchmark]
    public byte[] Render() => Utf8Line.EncodeSaid(_nickname, _text);
}
