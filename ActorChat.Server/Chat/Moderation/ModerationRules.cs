using System.Globalization;
using System.Net;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Server.Chat.Moderation;

/// <summary>Decides what becomes of an order. Pure: the clock and who is there are given.</summary>
/// <param name="Moderation">The order in the room; on the whole server <see cref="RoomModeration.None"/> with its bans.</param>
/// <param name="Room">The room as compared; empty for the whole server.</param>
/// <param name="ServerOperators">The accounts that keep order on the whole server.</param>
internal sealed record ModerationRules(RoomModeration Moderation, string Room, IReadOnlySet<string> ServerOperators)
{
    /// <summary>The greatest number of bans, and of mutes, in one place.</summary>
    public const int MaxSanctions = 1000;

    public const int MaxSlowSeconds = 3600;

    private static readonly TimeSpan DefaultMute = TimeSpan.FromMinutes(10);

    /// <summary>Decides.</summary>
    /// <param name="order">What was typed.</param>
    /// <param name="giver">Who has typed it.</param>
    /// <param name="find">Finds whether somebody of a nickname is in the room; null where that is not known here.</param>
    /// <param name="now">The time.</param>
    public ModerationDecision Decide(ChatCommand.Order order, Giver giver, Func<Nickname, Presence>? find, DateTimeOffset now)
    {
        if (giver.Role < RoleFor(order.Kind))
            return Refuse(giver.Role == Role.None && giver.Account is null ? RejectReason.OrderNeedsAccount : RejectReason.OrderNotPermitted);
        if (Room.Length == 0 && !(order.IsForServer && IsAboutServer(order.Kind)))
            return Malformed(order.Kind);
        var act = new ModerationAct(order.Kind, Room, giver.Name, "", now.ToUnixTimeMilliseconds());
        return order.Kind switch
        {
            ModerationKind.ListBans => new ModerationDecision.List(),
            ModerationKind.Announce => order.Text.Length == 0 ? Malformed(order.Kind) : new ModerationDecision.Do(act with { Text = order.Text }),
            ModerationKind.Slow => Slow(act, order.Text),
            ModerationKind.RegisteredOnly => RegisteredOnly(act, order.Text),
            _ when order.Subject.Length == 0 => Malformed(order.Kind),
            ModerationKind.Ban when AddressMask.IsMeant(order.Subject) => BanNetwork(act, order, giver, now),
            ModerationKind.Unban when AddressMask.IsMeant(order.Subject) => AddressMask.TryParse(order.Subject, out var network)
                ? Lift(act, AddressMask.Format(network), Moderation.Bans, now)
                : Refuse(RejectReason.MaskInvalid, order.Subject),
            _ => Nickname.TryParse(order.Subject, out var who)
                ? AboutName(act with { Subject = who.Value, Key = who.Casefolded }, order, giver, who, find, now)
                : Refuse(RejectReason.SubjectInvalid),
        };
    }

    /// <summary>Whether an order may be about the whole server, and not a room.</summary>
    public static bool IsAboutServer(ModerationKind kind) =>
        kind is ModerationKind.Kick or ModerationKind.Ban or ModerationKind.Unban or ModerationKind.ListBans or ModerationKind.Announce;

    private static Role RoleFor(ModerationKind kind) => kind switch
    {
        ModerationKind.AddOperator or ModerationKind.RemoveOperator => Role.Owner,
        ModerationKind.Announce => Role.ServerOperator,
        _ => Role.Operator,
    };

    private static ModerationDecision.Refuse Refuse(RejectReason reason, string subject = "") => new(reason, subject);

    private static ModerationDecision.Explain Malformed(ModerationKind kind) => new(kind);

    private static ModerationDecision Slow(ModerationAct act, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxSlowSeconds
            ? new ModerationDecision.Do(act with { Value = seconds })
            : Malformed(act.Kind);

    private static ModerationDecision RegisteredOnly(ModerationAct act, string text) => text.ToUpperInvariant() switch
    {
        "ON" or "SÍ" or "SI" or "YES" => new ModerationDecision.Do(act with { Value = 1 }),
        "OFF" or "NO" => new ModerationDecision.Do(act),
        _ => Malformed(act.Kind),
    };

    private ModerationDecision BanNetwork(ModerationAct act, ChatCommand.Order order, Giver giver, DateTimeOffset now)
    {
        if (!AddressMask.TryParse(order.Subject, out var network))
            return Refuse(RejectReason.MaskInvalid, order.Subject);
        if (AddressMask.IsTooWide(network))
            return Refuse(RejectReason.MaskTooWide, order.Subject);
        if (!AddressMask.IsExact(order.Subject, network))
            return Refuse(RejectReason.MaskInexact, AddressMask.Format(network));
        if (giver.Address is { } own && network.Contains(AddressMask.Unmap(own)))
            return Refuse(RejectReason.SubjectIsSelf);
        var subject = AddressMask.Format(network);
        return Sanction(act with { Subject = subject, Key = subject }, order.Text, Moderation.Bans, now);
    }

    private ModerationDecision AboutName(
        ModerationAct act, ChatCommand.Order order, Giver giver, Nickname who, Func<Nickname, Presence>? find, DateTimeOffset now)
    {
        var isGainOrLift = order.Kind is ModerationKind.Unban or ModerationKind.Unmute or ModerationKind.AddOperator or ModerationKind.RemoveOperator;
        if (!isGainOrLift && giver.Role != Role.Console && who.Casefolded == giver.Key)
            return Refuse(RejectReason.SubjectIsSelf);
        if (!isGainOrLift && Moderation.RoleOf(who.Casefolded, ServerOperators) is var role && (role >= giver.Role || role == Role.ServerOperator))
            return Refuse(RejectReason.SubjectOutranks, who.Value);
        return order.Kind switch
        {
            ModerationKind.Kick when find?.Invoke(who) == Presence.Absent => Refuse(RejectReason.SubjectNotInRoom, who.Value),
            ModerationKind.Kick => new ModerationDecision.Do(act with { Text = order.Text }),
            ModerationKind.Ban => Sanction(act, order.Text, Moderation.Bans, now),
            ModerationKind.Mute => Sanction(act, order.Text, Moderation.Mutes, now),
            ModerationKind.Unban => Lift(act, who.Casefolded, Moderation.Bans, now),
            ModerationKind.Unmute => Lift(act, who.Casefolded, Moderation.Mutes, now),
            ModerationKind.AddOperator when Moderation.Operators.Contains(act.Key) || Moderation.Owner == act.Key =>
                Refuse(RejectReason.IsOperatorAlready, who.Value),

            // A name without an account could be registered by anybody.
            ModerationKind.AddOperator when find?.Invoke(who) != Presence.Identified => Refuse(RejectReason.SubjectNotIdentified, who.Value),
            ModerationKind.AddOperator when Moderation.Operators.Count >= MaxSanctions => Refuse(RejectReason.TooManySanctions),
            ModerationKind.RemoveOperator when !Moderation.Operators.Contains(act.Key) => Refuse(RejectReason.IsNoOperator, who.Value),
            _ => new ModerationDecision.Do(act),
        };
    }

    // Without a duration a ban holds for ever, a mute for some minutes.
    private static ModerationDecision Sanction(ModerationAct act, string text, SanctionList list, DateTimeOffset now)
    {
        if (!SanctionTerms.TryParse(text, out var terms))
            return Refuse(RejectReason.DurationInvalid);
        if (list.FindKey(act.Key, now) is null && list.Current(now).Count() >= MaxSanctions)
            return Refuse(RejectReason.TooManySanctions);
        var duration = terms.Duration ?? (act.Kind == ModerationKind.Mute ? DefaultMute : null);
        var until = duration is { } limit ? (now + limit).ToUnixTimeMilliseconds() : 0;
        return new ModerationDecision.Do(act with { Until = until, Text = terms.Reason });
    }

    private static ModerationDecision Lift(ModerationAct act, string key, SanctionList list, DateTimeOffset now) =>
        list.FindKey(key, now) is { } sanction
            ? new ModerationDecision.Do(act with { Key = key, Subject = sanction.Subject })
            : Refuse(RejectReason.NotSanctioned, act.Subject.Length > 0 ? act.Subject : key);
}

/// <summary>Who gives an order.</summary>
/// <param name="Name">As the audit table and the others are told.</param>
/// <param name="Key">The nickname as compared; empty for the console.</param>
/// <param name="Account">The key of the account; null without one.</param>
/// <param name="Address">The network address; null for the console.</param>
/// <param name="Role">The part that it has in the room.</param>
internal sealed record Giver(string Name, string Key, string? Account, IPAddress? Address, Role Role)
{
    public static Giver Console { get; } = new(AuditEntry.Console, "", Account: null, Address: null, Role.Console);

    public static Giver Of(Nickname nickname, string? account, string address, Role role) =>
        new(nickname.Value, nickname.Casefolded, account, ParseAddress(address), role);

    /// <summary>The address of a session; null for none.</summary>
    public static IPAddress? ParseAddress(string text) => IPAddress.TryParse(text, out var address) ? address : null;
}

/// <summary>Whether somebody is in a room.</summary>
internal enum Presence
{
    Absent,
    Present,

    /// <summary>Present, and identified with the account of the nickname.</summary>
    Identified,
}

/// <summary>What becomes of an order.</summary>
internal abstract record ModerationDecision
{
    private ModerationDecision()
    {
    }

    /// <summary>It is carried out once it is stored.</summary>
    internal sealed record Do(ModerationAct Act) : ModerationDecision;

    /// <summary>It is answered by the list of bans and mutes.</summary>
    internal sealed record List : ModerationDecision;

    /// <summary>It lacks something, or has a value that makes no sense.</summary>
    internal sealed record Explain(ModerationKind Kind) : ModerationDecision;

    internal sealed record Refuse(RejectReason Reason, string Subject = "") : ModerationDecision;
}
