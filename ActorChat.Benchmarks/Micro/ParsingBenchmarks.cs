using BenchmarkDotNet.Attributes;

namespace ActorChat.Benchmarks.Micro;

/// <summary>A message to a command, with what others must not see removed.</summary>
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private string _text = "";

    /// <summary>What is parsed.</summary>
    [Params(Line.Plain, Line.Accents, Line.Hidden, Line.Private, Line.Command)]
    public Line Kind { get; set; }

    [GlobalSetup]
    public void Prepare() => _text = SampleLines.Of(Kind);

    [Benchmark]
    public object Parse() => ChatCommandParser.Parse(_text);
}
