using Akka.Actor;

namespace ActorChat.Server.Storage.Moderation;

/// <summary>Something done to keep order. It is stored with its entry in the audit table, and takes effect afterwards.</summary>
/// <param name="Kind">What.</param>
/// <param name="Room">The room as compared; empty for the whole server.</param>
/// <param name="By">Who: a nickname, or one of the names of <see cref="Archive.AuditEntry"/>.</param>
/// <param name="Subject">To whom: a nickname, an account or a network; empty for none.</param>
/// <param name="Instant">When, in Unix ms.</param>
internal sealed record ModerationAct(ModerationKind Kind, string Room, string By, string Subject, long Instant)
{
    /// <summary>The subject as compared.</summary>
    public string Key { get; init; } = "";

    /// <summary>Until when, in Unix ms; 0 for ever.</summary>
    public long Until { get; init; }

    /// <summary>Seconds, or 1 for on.</summary>
    public int Value { get; init; }

    /// <summary>The reason, or what is announced.</summary>
    public string Text { get; init; } = "";

    /// <summary>Shows no addresses and no words of users.</summary>
    public override string ToString() => $"{nameof(ModerationAct)} {{ {Kind}, {Room} }}";
}

/// <summary>Who has given an order, and waits for an answer.</summary>
/// <param name="Session">The session; 0 for the operator's console.</param>
/// <param name="Command">The giver's command number.</param>
/// <param name="ReplyTo">Is told the answer; null where a session hears of it by its room.</param>
internal sealed record ModerationSource(long Session, long Command, IActorRef? ReplyTo = null)
{
    /// <summary>For what the server does by itself.</summary>
    public static ModerationSource Nobody { get; } = new(0, 0);
}

/// <summary>Who is kept out, or may only read.</summary>
/// <param name="IsMute">Whether it is silence, and not a ban.</param>
/// <param name="Key">The name or network as compared.</param>
/// <param name="Subject">The same as shown.</param>
/// <param name="Until">Until when, in Unix ms; 0 for ever.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="By">Who has ordered it.</param>
internal sealed record Sanction(bool IsMute, string Key, string Subject, long Until, string Reason, string By)
{
    /// <summary>Shows no addresses and no words of users.</summary>
    public override string ToString() => $"{nameof(Sanction)} {{ IsMute = {IsMute} }}";
}
