using ActorChat.Server.Chat;
using BenchmarkDotNet.Attributes;

namespace ActorChat.Benchmarks.Micro;

/// <summary>A public message to the bytes that all members share.</summary>
[MemoryDiagnoser]
public class RenderingBenchmarks
{
    private string _text = "";
    private Nickname _nickname;

    /// <summary>What is rendered.</summary>
    [Params(Line.Plain, Line.Accents)]
    public Line Kind { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _text = SampleLines.Of(Kind);
        _nickname = Nickname.TryParse("ana", out var ana) ? ana : throw new InvalidOperationException("ana is a nickname.");
    }

    [Benchmark]
    public byte[] Render() => LineEncoder.EncodeSaid(_nickname, _text);
}
