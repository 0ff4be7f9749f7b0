namespace ActorChat.Tests.Faults;

/// <summary>What a member said and saw from joining to leaving, or to the break of its connection.</summary>
internal sealed class MemberLife(string mark)
{
    /// <summary>Begins each of its messages, and nobody else's.</summary>
    public string Mark { get; } = mark;

    /// <summary>The public messages of others, as lines, in the order in which they came.</summary>
    public List<string> Seen { get; } = [];

    /// <summary>How many messages it has sent: the mark and a number, from 0.</summary>
    public int Sent { get; set; }

    /// <summary>How many of them the server says it could not store.</summary>
    public int Refused { get; set; }

    /// <summary>Whether it was there to the end, and not broken off.</summary>
    public bool IsWhole { get; set; }
}
