using System.Collections.Immutable;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Server.Chat.Moderation;

/// <summary>Who is in charge of a room, and what is not permitted in it. Immutable; knows no clock.</summary>
internal sealed record RoomModeration
{
    public static RoomModeration None { get; } = new();

    /// <summary>The account of the owner; empty for none.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The accounts of the operators.</summary>
    public ImmutableHashSet<string> Operators { get; init; } = [];

    public int SlowSeconds { get; init; }

    public bool IsRegisteredOnly { get; init; }

    public SanctionList Bans { get; init; } = SanctionList.Empty;

    public SanctionList Mutes { get; init; } = SanctionList.Empty;

    /// <summary>Whether any message may have to be refused.</summary>
    public bool LimitsPosts => SlowSeconds > 0 || IsRegisteredOnly || !Mutes.IsEmpty;

    /// <summary>Whether the room is to be kept while nobody is in it.</summary>
    public bool IsKept => Owner.Length > 0 || !Operators.IsEmpty || LimitsPosts || !Bans.IsEmpty;

    /// <summary>Reads what the storage keeps.</summary>
    public static RoomModeration From(StoredRoom room) => new()
    {
        Owner = room.Owner,
        Operators = [.. room.Operators],
        SlowSeconds = room.SlowSeconds,
        IsRegisteredOnly = room.IsRegisteredOnly,
        Bans = SanctionList.Of(room.Sanctions.Where(sanction => !sanction.IsMute)),
        Mutes = SanctionList.Of(room.Sanctions.Where(sanction => sanction.IsMute)),
    };

    /// <summary>The same as the storage keeps it.</summary>
    public StoredRoom ToStored(RoomName room) => new(room.Casefolded, room.Value, "", "", 0)
    {
        Owner = Owner,
        Operators = [.. Operators],
        SlowSeconds = SlowSeconds,
        IsRegisteredOnly = IsRegisteredOnly,
        Sanctions = [.. Bans.All, .. Mutes.All],
    };

    /// <summary>The order after an act.</summary>
    public RoomModeration After(ModerationAct act)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(act.Instant);
        return act.Kind switch
        {
            ModerationKind.Ban => this with { Bans = Bans.With(SanctionOf(act), now) },
            ModerationKind.Unban => this with { Bans = Bans.Without(act.Key) },
            ModerationKind.Mute => this with { Mutes = Mutes.With(SanctionOf(act), now) },
            ModerationKind.Unmute => this with { Mutes = Mutes.Without(act.Key) },
            ModerationKind.AddOperator => this with { Operators = Operators.Add(act.Key) },
            ModerationKind.RemoveOperator => this with { Operators = Operators.Remove(act.Key) },
            ModerationKind.Slow => this with { SlowSeconds = act.Value },
            ModerationKind.RegisteredOnly => this with { IsRegisteredOnly = act.Value != 0 },
            ModerationKind.Own => this with { Owner = act.Key },
            _ => this,
        };
    }

    /// <summary>The part of an account in this room.</summary>
    /// <param name="account">The key of the account; null without one.</param>
    /// <param name="serverOperators">The accounts that keep order on the whole server.</param>
    public Role RoleOf(string? account, IReadOnlySet<string> serverOperators) =>
        account is null ? Role.None
        : serverOperators.Contains(account) ? Role.ServerOperator
        : account == Owner ? Role.Owner
        : Operators.Contains(account) ? Role.Operator
        : Role.None;

    public static Sanction SanctionOf(ModerationAct act) => new(act.Kind == ModerationKind.Mute, act.Key, act.Subject, act.Until, act.Text, act.By);
}

/// <summary>The parts that somebody may have in a room, each with the rights of those before it.</summary>
internal enum Role
{
    None,
    Operator,
    Owner,
    ServerOperator,

    /// <summary>Who has the server's own console.</summary>
    Console,
}
