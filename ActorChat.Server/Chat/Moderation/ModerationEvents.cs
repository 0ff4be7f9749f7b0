using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Server.Chat.Moderation;

/// <summary>What users are told of an act. Addresses are for those in charge.</summary>
internal static class ModerationEvents
{
    public static ChatEvent.Moderated Of(ModerationAct act) => new(
        act.Kind, GiverOf(act.By), AddressMask.IsMeant(act.Subject) ? "" : act.Subject, act.Until, act.Value, act.Text);

    public static ChatEvent.Sanctioned Of(Sanction sanction, string room) => new(sanction.IsMute, room, sanction.Until, sanction.Reason);

    /// <summary>Lists what holds now.</summary>
    public static ChatEvent.SanctionList ListOf(IEnumerable<Sanction> sanctions) => new(
        [.. sanctions.Select(sanction => new SanctionLine(
            sanction.IsMute, sanction.Subject, sanction.Until, sanction.Reason, GiverOf(sanction.By)))]);

    private static string GiverOf(string by) => by == AuditEntry.Console ? "" : by;
}
