using System.Collections.Concurrent;
using ActorChat.Tests.Fuzz.Attacks;

namespace ActorChat.Tests.Fuzz.Checks;

/// <summary>Who may have brought about what was not as it should be: the attacks under way when it was noticed, and those just before.</summary>
/// <param name="seed">The seed.</param>
/// <param name="generator">Makes them again.</param>
internal sealed class Suspects(int seed, AttackGenerator generator)
{
    private const int Remembered = 64;
    private const int MostShown = 48;

    private readonly Complaints _complaints = new();
    private readonly ConcurrentDictionary<int, bool> _underWay = [];
    private readonly ConcurrentQueue<int> _ended = [];
    private int[]? _first;

    /// <summary>Whether anything was noticed.</summary>
    public bool Any => Volatile.Read(ref _first) is not null;

    /// <summary>An attack begins.</summary>
    public void Begin(int number) => _underWay.TryAdd(number, true);

    /// <summary>An attack has ended.</summary>
    public void End(int number)
    {
        _underWay.TryRemove(number, out _);
        _ended.Enqueue(number);
        if (_ended.Count > Remembered)
            _ended.TryDequeue(out _);
    }

    /// <summary>Something is not as it should be.</summary>
    public void Complain(string what)
    {
        _complaints.Add(what);
        Interlocked.CompareExchange(ref _first, [.. _underWay.Keys, .. _ended.Reverse()], null);
    }

    /// <summary>Fails if there was anything, and shows the attacks, each of which the seed and its number bring back.</summary>
    public void AssertNone()
    {
        if (_first is not null)
        {
            _complaints.AssertNone(
                $"Seed {seed}; suspects:{Environment.NewLine}{string.Join(Environment.NewLine, _first.Distinct().Take(MostShown).Select(generator.Create))}{Environment.NewLine}Complaints");
        }

        Assert.False(Any);
    }
}
