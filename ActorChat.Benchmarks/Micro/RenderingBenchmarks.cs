using ActorChat.Server.Dialects.Lines;
using BenchmarkDotNet.Attributes;

namespace ActorChat.Benchmarks.Micro;

/// <summary>A public message to the bytes that all members share.</summary>
[MemoryDiagnoser]
public class RenderingBenchmarks
{
    private string _text = "";

    /// <summary>What is rendered.</summary>
    [Params(Line.Plain, Line.Accents)]
    public Line Kind { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _text = SampleLines.Of(Kind);
    }

    [Benchmark]
    public byte[] Render() => LineEncoder.EncodePosted("ana", _text);
}
