using System.Collections.Concurrent;

namespace ActorChat.Tests.Fuzz.Checks;

/// <summary>What was not as promised, noted from any thread; the first hundred.</summary>
internal sealed class Complaints
{
    private const int Most = 100;

    private readonly ConcurrentQueue<string> _all = new();

    /// <summary>Notes one.</summary>
    public void Add(string complaint)
    {
        if (_all.Count < Most)
            _all.Enqueue(complaint);
    }

    /// <summary>Fails if there are any, and says how to have them again.</summary>
    public void AssertNone(string context)
    {
        if (!_all.IsEmpty)
            Assert.Fail($"{context}:{Environment.NewLine}{string.Join(Environment.NewLine, _all)}");
    }
}
