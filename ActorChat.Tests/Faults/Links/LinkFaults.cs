namespace ActorChat.Tests.Faults.Links;

/// <summary>What is wrong with a link, in each direction by itself.</summary>
internal sealed record LinkFaults
{
    public static LinkFaults None { get; } = new();

    /// <summary>The time on the way: everything comes later by so much, and no slower.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The part of the segments that is lost on the way, 0 to 1.</summary>
    public double Loss { get; init; }

    /// <summary>
    /// What a lost segment looks like to those who use TCP: it comes so much later, and nothing behind it comes before it. As long as
    /// the shortest time after which Linux sends again.
    /// </summary>
    public TimeSpan Retransmission { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether each byte comes by itself.</summary>
    public bool IsByteByByte { get; init; }
}
