using System.Globalization;
using System.Net;
using ActorChat.Server.Storage.Order;

namespace ActorChat.Server.Chat.Order;

/// <summary>Decides what becomes of an order. Pure: the clock and who is there are given.</summary>
/// <param name="Order">The order in the room; on the whole server <see cref="RoomOrder.None"/> with its bans.</param>
/// <param name="Room">The room as compared; empty for the whole server.</param>
/// <param name="ServerOperators">The accounts that keep order on the whole server.</param>
internal sealed record OrderRules(RoomOrder Order, string Room, IReadOnlySet<string> ServerOperators)
{
    /// <summary>The greatest number of bans, and of mutes, in one place.</summary>
    public const int MaxSanctions = 1000;

    private const int MaxSlowSeconds = 3600;

    private static readonly TimeSpan DefaultMute = TimeSpan.FromMinutes(10);

    /// <summary>Decides.</summary>
    /// <param name="order">What was typed.</param>
    /// <param name="giver">Who has typed it.</param>
    /// <param name="find">Finds whether somebody of a nickname is in the room; null where that is not known here.</param>
    /// <param name="now">The time.</param>
    public OrderDecision Decide(ChatCommand.Order order, Giver giver, Func<Nickname, Presence>? find, DateTimeOffset now)
    {
        if (giver.Role < RoleFor(order.Kind))
            return Refuse(giver.Role == Role.None && giver.Account is null ? RejectReason.OrderNeedsAccount : RejectReason.OrderNotPermitted);
        if (Room.Length == 0 && !(order.IsForServer && IsAboutServer(order.Kind)))
            return Malformed(order.Kind);
        var act = new OrderAct(order.Kind, Room, giver.Name, "", now.ToUnixTimeMilliseconds());
        return order.Kind switch
        {
            OrderKind.ListBans => new OrderDecision.List(),
            OrderKind.Announce => order.Text.Length == 0 ? Malformed(order.Kind) : new OrderDecision.Do(act with { Text = order.Text }),
            OrderKind.Slow => Slow(act, order.Text),
            OrderKind.RegisteredOnly => RegisteredOnly(act, order.Text),
            _ when order.Subject.Length == 0 => Malformed(order.Kind),
            OrderKind.Ban when AddressMask.IsMeant(order.Subject) => BanNetwork(act, order, giver, now),
            OrderKind.Unban when AddressMask.IsMeant(order.Subject) => AddressMask.TryParse(order.Subject, out var network)
                ? Lift(act, AddressMask.Format(network), Order.Bans, now)
                : Refuse(RejectReason.MaskInvalid, order.Subject),
            _ => Nickname.TryParse(order.Subject, out var who)
                ? AboutName(act with { Subject = who.Value, Key = who.Casefolded }, order, giver, who, find, now)
                : Refuse(RejectReason.SubjectInvalid),
        };
    }

    private static Role RoleFor(OrderKind kind) => kind switch
    {
        OrderKind.AddOperator or OrderKind.RemoveOperator => Role.Owner,
        OrderKind.Announce => Role.ServerOperator,
        _ => Role.Operator,
    };

    private static bool IsAboutServer(OrderKind kind) =>
        kind is OrderKind.Kick or OrderKind.Ban or OrderKind.Unban or OrderKind.ListBans or OrderKind.Announce;

    private static OrderDecision.Refuse Refuse(RejectReason reason, string subject = "") => new(reason, subject);

    private static OrderDecision.Explain Malformed(OrderKind kind) => new(kind);

    private static OrderDecision Slow(OrderAct act, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxSlowSeconds
            ? new OrderDecision.Do(act with { Value = seconds })
            : Malformed(act.Kind);

    private static OrderDecision RegisteredOnly(OrderAct act, string text) => text.ToUpperInvariant() switch
    {
        "ON" or "SÍ" or "SI" or "YES" => new OrderDecision.Do(act with { Value = 1 }),
        "OFF" or "NO" => new OrderDecision.Do(act),
        _ => Malformed(act.Kind),
    };

    private OrderDecision BanNetwork(OrderAct act, ChatCommand.Order order, Giver giver, DateTimeOffset now)
    {
        if (!AddressMask.TryParse(order.Subject, out var network))
            return Refuse(RejectReason.MaskInvalid, order.Subject);
        if (AddressMask.IsTooWide(network))
            return Refuse(RejectReason.MaskTooWide, AddressMask.Format(network));
        if (giver.Address is { } own && network.Contains(AddressMask.Unmap(own)))
            return Refuse(RejectReason.SubjectIsSelf);
        var subject = AddressMask.Format(network);
        return Sanction(act with { Subject = subject, Key = subject }, order.Text, Order.Bans, now);
    }

    private OrderDecision AboutName(
        OrderAct act, ChatCommand.Order order, Giver giver, Nickname who, Func<Nickname, Presence>? find, DateTimeOffset now)
    {
        var isGainOrLift = order.Kind is OrderKind.Unban or OrderKind.Unmute or OrderKind.AddOperator or OrderKind.RemoveOperator;
        if (!isGainOrLift && giver.Role != Role.Console && who.Casefolded == giver.Key)
            return Refuse(RejectReason.SubjectIsSelf);
        if (!isGainOrLift && Order.RoleOf(who.Casefolded, ServerOperators) is var role && (role >= giver.Role || role == Role.ServerOperator))
            return Refuse(RejectReason.SubjectOutranks, who.Value);
        return order.Kind switch
        {
            OrderKind.Kick when find?.Invoke(who) == Presence.Absent => Refuse(RejectReason.SubjectNotInRoom, who.Value),
            OrderKind.Kick => new OrderDecision.Do(act with { Text = order.Text }),
            OrderKind.Ban => Sanction(act, order.Text, Order.Bans, now),
            OrderKind.Mute => Sanction(act, order.Text, Order.Mutes, now),
            OrderKind.Unban => Lift(act, who.Casefolded, Order.Bans, now),
            OrderKind.Unmute => Lift(act, who.Casefolded, Order.Mutes, now),
            OrderKind.AddOperator when Order.Operators.Contains(act.Key) || Order.Owner == act.Key =>
                Refuse(RejectReason.IsOperatorAlready, who.Value),

            // A name without an account could be registered by anybody.
            OrderKind.AddOperator when find?.Invoke(who) != Presence.Identified => Refuse(RejectReason.SubjectNotIdentified, who.Value),
            OrderKind.AddOperator when Order.Operators.Count >= MaxSanctions => Refuse(RejectReason.TooManySanctions),
            OrderKind.RemoveOperator when !Order.Operators.Contains(act.Key) => Refuse(RejectReason.IsNoOperator, who.Value),
            _ => new OrderDecision.Do(act),
        };
    }

    // Without a duration a ban holds for ever, a mute for some minutes.
    private static OrderDecision Sanction(OrderAct act, string text, SanctionList list, DateTimeOffset now)
    {
        if (!SanctionTerms.TryParse(text, out var terms))
            return Refuse(RejectReason.DurationInvalid);
        if (list.FindKey(act.Key, now) is null && list.Current(now).Count() >= MaxSanctions)
            return Refuse(RejectReason.TooManySanctions);
        var duration = terms.Duration ?? (act.Kind == OrderKind.Mute ? DefaultMute : null);
        return new OrderDecision.Do(act with { Until = duration is { } limit ? (now + limit).ToUnixTimeMilliseconds() : 0, Text = terms.Reason });
    }

    private static OrderDecision Lift(OrderAct act, string key, SanctionList list, DateTimeOffset now) => list.FindKey(key, now) is { } sanction
        ? new OrderDecision.Do(act with { Key = key, Subject = sanction.Subject })
        : Refuse(RejectReason.NotSanctioned, act.Subject.Length > 0 ? act.Subject : key);
}

/// <summary>Who gives an order.</summary>
/// <param name="Name">As the audit table and the others are told.</param>
/// <param name="Key">The nickname as compared; empty for the console.</param>
/// <param name="Account">The key of the account; null without one.</param>
/// <param name="Address">The network address; null for the console.</param>
/// <param name="Role">The part that it has in the room.</param>
internal sealed record Giver(string Name, string Key, string? Account, IPAddress? Address, Role Role);

/// <summary>Whether somebody is in a room.</summary>
internal enum Presence
{
    Absent,
    Present,

    /// <summary>Present, and identified with the account of the nickname.</summary>
    Identified,
}

/// <summary>What becomes of an order.</summary>
internal abstract record OrderDecision
{
    private OrderDecision()
    {
    }

    /// <summary>It is carried out once it is stored.</summary>
    internal sealed record Do(OrderAct Act) : OrderDecision;

    /// <summary>It is answered by the list of bans and mutes.</summary>
    internal sealed record List : OrderDecision;

    /// <summary>It lacks something, or has a value that makes no sense.</summary>
    internal sealed record Explain(OrderKind Kind) : OrderDecision;

    internal sealed record Refuse(RejectReason Reason, string Subject = "") : OrderDecision;
}
