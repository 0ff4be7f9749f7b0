using System.Text;
using ActorChat.Server.Framing;
using BenchmarkDotNet.Attributes;

namespace ActorChat.Benchmarks.Micro;

/// <summary>Bytes to messages: what stands between the socket and the grammar.</summary>
[MemoryDiagnoser]
public class FramingBenchmarks
{
    private readonly LineDecoder _framer = new(1024);
    private byte[] _block = [];

    /// <summary>Lines in one block, as one read gives them.</summary>
    [Params(1, 32)]
    public int Lines { get; set; }

    /// <summary>What they are.</summary>
    [Params(Line.Plain, Line.Accents)]
    public Line Kind { get; set; }

    [GlobalSetup]
    public void Prepare() =>
        _block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(SampleLines.Of(Kind) + "\n", Lines)));

    /// <summary>All in one piece.</summary>
    [Benchmark]
    public int Whole()
    {
        _framer.Append(_block);
        return ReadAll();
    }

    /// <summary>Cut in two in the middle of a line, as networks do.</summary>
    [Benchmark]
    public int Torn()
    {
        var cut = _block.Length - 20;
        _framer.Append(_block.AsSpan(0, cut));
        var count = ReadAll();
        _framer.Append(_block.AsSpan(cut));
        return count + ReadAll();
    }

    private int ReadAll()
    {
        var count = 0;
        while (_framer.TryRead(out _))
            count++;
        return count;
    }
}
