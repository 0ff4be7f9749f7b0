namespace ActorChat.Tests.Faults.Links;

/// <summary>What is wrong with a link, in each direction by itself.</summary>
internal sealed record LinkFaults
{
    public static LinkFaults None { get; } = new();

    /// <summary>The time on the way: everything comes later by so much, and no slower.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The part of the segments that is lost on the way, 0 to 1.</summary>
    public double Loss { get; init; }

    /// <summary>How much later a lost segment and all behind it come: the shortest time after which Linux sends again.</summary>
    public TimeSpan Retransmission { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether each byte comes by itself.</summary>
    public bool IsByteByByte { get; init; }
}
