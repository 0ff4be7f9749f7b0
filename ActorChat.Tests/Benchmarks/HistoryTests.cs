using ActorChat.Benchmarks.History;

namespace ActorChat.Tests.Benchmarks;

/// <summary>The benchmark of a large table, with a small one.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_options_are_understood_and_mistakes_are_not()
    {
        Assert.Equal(
            new HistoryOptions(_folder.Path, 2000, 0.5, 20), HistoryOptions.Parse(["--folder", _folder.Path, "--messages", "2000", "--seconds", "0.5", "--rate", "20"]));
        Assert.All(
            new string[][] { ["--messages"], ["--messages", "1"], ["--folder", Path.Combine(_folder.Path, "missing")], ["--rate", "0"], ["--seconds", "x"], ["x", "1"] },
            wrong => Assert.Null(HistoryOptions.Parse(wrong)));
    }
}
