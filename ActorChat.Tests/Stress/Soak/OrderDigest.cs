namespace ActorChat.Tests.Stress.Soak;

/// <summary>Lines in an order, as one number (FNV-1a): so that an hour of them can be compared without being kept.</summary>
internal struct OrderDigest()
{
    private const ulong Start = 14695981039346656037, Factor = 1099511628211;

    /// <summary>How many lines.</summary>
    public long Count { get; private set; }

    /// <summary>What they are, in their order.</summary>
    public ulong Value { get; private set; } = Start;

    /// <summary>The next line.</summary>
    public void Add(ReadOnlySpan<char> line)
    {
        var value = Value;
        foreach (var character in line)
            value = unchecked((value ^ character) * Factor);
        Value = unchecked((value ^ '\n') * Factor);
        Count++;
    }
}
