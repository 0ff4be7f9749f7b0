using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Server.Chat.Moderation;

/// <summary>What users are told of an act. Addresses are for those in charge.</summary>
internal static class ModerationEvents
{
    public static ChatEvent.Moderated Of(ModerationAct act) => new(
        act.Kind, GiverOf(act.By), AddressMask.IsMeant(act.Subject) ? "" : act.Subject, act.Until, act.Value, act.Text)
    {
        At = act.Instant,
    };

    public static ChatEvent.Sanctioned Of(Sanction sanction, string room, DateTimeOffset now) =>
        new(sanction.IsMute, room, sanction.Until, sanction.Reason) { At = now.ToUnixTimeMilliseconds() };

    private static ChatEvent.SanctionList ListOf(IEnumerable<Sanction> sanctions, DateTimeOffset now) => new(
        [.. sanctions.Select(sanction => new SanctionLine(
            sanction.IsMute, sanction.Subject, sanction.Until, sanction.Reason, GiverOf(sanction.By)))])
    {
        At = now.ToUnixTimeMilliseconds(),
    };

    /// <summary>The answer to an order that is not carried out.</summary>
    /// <param name="decision">Any but <see cref="ModerationDecision.Do"/>.</param>
    /// <param name="sanctions">What holds now.</param>
    /// <param name="now">The time.</param>
    public static ChatEvent AnswerTo(ModerationDecision decision, IEnumerable<Sanction> sanctions, DateTimeOffset now) => decision switch
    {
        ModerationDecision.Explain explain => new ChatEvent.OrderUsage(explain.Kind),
        ModerationDecision.Refuse refused => new ChatEvent.Rejected(refused.Reason, refused.Subject),
        ModerationDecision.List => ListOf(sanctions, now),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    private static string GiverOf(string by) => by == AuditEntry.Console ? "" : by;
}
