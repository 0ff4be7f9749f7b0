using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>Applies the order of a room to its members: who comes in, who may write, who may give which order.</summary>
/// <param name="context">The room.</param>
/// <param name="order">The order as it is now.</param>
internal sealed class RoomGuard(RoomContext context, Func<RoomModeration> order)
{
    // Only while the room is in slow mode. By name: programs have no session.
    private readonly Dictionary<Nickname, DateTimeOffset> _lastPosts = [];

    private DateTimeOffset Now => context.Clock.GetUtcNow();

    private ModerationRules Rules => new(order(), context.Room.Casefolded, context.Rules.Operators);

    /// <summary>Whether a member may set the topic: in a room that belongs to somebody, only those in charge.</summary>
    public bool MaySetTopic(RoomMember member) => order().Owner.Length == 0 || RoleOf(member) > Role.None;

    /// <summary>What keeps somebody out; null for nothing.</summary>
    public ChatEvent? FindObstacle(RoomMember member) => FindBan(member)
        ?? (order().IsRegisteredOnly && member.Account is null ? new ChatEvent.Rejected(RejectReason.RegisteredOnly) : null);

    /// <summary>The ban that a user is under; null for none.</summary>
    public ChatEvent? FindBan(RoomMember member) =>
        !order().Bans.IsEmpty && RoleOf(member) == Role.None && order().Bans.Find(member.Nickname, Giver.ParseAddress(member.Address), Now) is { } ban
            ? ModerationEvents.Of(ban, context.Room.Value, Now)
            : null;

    /// <summary>Why a member may not write now; null where it may, which in slow mode counts as having written.</summary>
    public ChatEvent? FindLimit(RoomMember author)
    {
        if (RoleOf(author) > Role.None)
            return null;
        if (order().Mutes.Find(author.Nickname, address: null, Now) is { } mute)
            return ModerationEvents.Of(mute, context.Room.Value, Now);
        if (order().IsRegisteredOnly && author.Account is null)
            return new ChatEvent.Rejected(RejectReason.RegisteredOnly);
        if (order().SlowSeconds == 0)
            return null;
        var wait = _lastPosts.GetValueOrDefault(author.Nickname) + TimeSpan.FromSeconds(order().SlowSeconds) - Now;
        if (wait > TimeSpan.Zero)
            return new ChatEvent.WriteLater((int)Math.Ceiling(wait.TotalSeconds));
        _lastPosts[author.Nickname] = Now;
        return null;
    }

    /// <summary>Forgets a member that has left.</summary>
    public void Forget(Nickname member) => _lastPosts.Remove(member);

    /// <inheritdoc cref="ModerationRules.Decide"/>
    public ModerationDecision Decide(RoomCommand.Order command, Func<Nickname, Presence> find) =>
        Rules.Decide(command.What, GiverOf(command.Member), find, Now);

    /// <inheritdoc cref="ModerationEvents.AnswerTo"/>
    public ChatEvent AnswerTo(ModerationDecision decision) =>
        ModerationEvents.AnswerTo(decision, [.. order().Bans.Current(Now), .. order().Mutes.Current(Now)], Now);

    /// <summary>An act of somebody, in this room and now.</summary>
    public ModerationAct ActOf(ModerationKind kind, string by) => new(kind, context.Room.Casefolded, by, "", Now.ToUnixTimeMilliseconds());

    private Giver GiverOf(RoomMember? member) =>
        member is null ? Giver.Console : Giver.Of(member.Nickname, member.Account, member.Address, RoleOf(member));

    private Role RoleOf(RoomMember member) => order().RoleOf(member.Account, context.Rules.Operators);
}
