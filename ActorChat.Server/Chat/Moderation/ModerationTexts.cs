using ActorChat.Server.Resources;

namespace ActorChat.Server.Chat.Moderation;

/// <summary>The words about order that users, operators and the log read.</summary>
internal static class ModerationTexts
{
    /// <summary>What was done, without the words of whoever did it.</summary>
    public static string Notice(ChatEvent.Moderated taken, Texts texts)
    {
        var by = taken.By.Length > 0 ? taken.By : texts.TheServer;
        var subject = taken.Subject.Length > 0 ? taken.Subject : texts.SomeNetwork;
        return taken.Kind switch
        {
            ModerationKind.Kick => texts.HasKicked(by, subject),
            ModerationKind.Ban => texts.HasBanned(by, subject),
            ModerationKind.Unban => texts.HasUnbanned(by, subject),
            ModerationKind.Mute => texts.HasMuted(by, subject),
            ModerationKind.Unmute => texts.HasUnmuted(by, subject),
            ModerationKind.AddOperator => texts.HasMadeOperator(by, subject),
            ModerationKind.RemoveOperator => texts.HasRemovedOperator(by, subject),
            ModerationKind.Slow when taken.Value == 0 => texts.HasEndedSlowMode(by),
            ModerationKind.Slow => texts.HasSetSlowMode(by, taken.Value),
            ModerationKind.RegisteredOnly when taken.Value == 0 => texts.HasOpenedRoom(by),
            ModerationKind.RegisteredOnly => texts.HasClosedRoom(by),
            ModerationKind.Own when taken.Subject.Length == 0 => texts.RoomHasNoOwner,
            ModerationKind.Own => texts.RoomBelongsTo(subject),
            ModerationKind.Announce => taken.By.Length > 0 ? texts.HasAnnounced(by) : texts.ServerAnnounces,
            _ => throw new ArgumentOutOfRangeException(nameof(taken)),
        };
    }

    /// <summary>How an order is typed.</summary>
    public static string Usage(ModerationKind kind, Texts texts) => Usage(kind, SyntaxOf(kind, texts), texts);

    /// <summary>The same for the server's own console: without the sign, and with the place behind the verb.</summary>
    public static string ConsoleUsage(ModerationKind kind, Texts texts)
    {
        var syntax = SyntaxOf(kind, texts)[1..];
        if (kind == ModerationKind.Announce)
            return Usage(kind, syntax, texts);
        var verb = syntax.Split(' ')[0];
        var place = ModerationRules.IsAboutServer(kind) ? texts.ConsolePlace : texts.ConsoleRoom;
        return Usage(kind, $"{verb} {place}{syntax[verb.Length..]}", texts);
    }

    /// <summary>A line for each command that keeps order.</summary>
    public static IEnumerable<string> Help(Texts texts)
    {
        var commands = Commands(texts);
        var width = commands.Max(command => command.Syntax.Length);
        return [texts.OrderHelp, .. commands.Select(command => $"{command.Syntax.PadRight(width)}  {command.Meaning}")];
    }

    private static string Usage(ModerationKind kind, string syntax, Texts texts) =>
        kind == ModerationKind.Slow ? texts.SlowUsage(syntax, ModerationRules.MaxSlowSeconds) : texts.OrderUsage(syntax);

    private static string SyntaxOf(ModerationKind kind, Texts texts) => Commands(texts).First(command => command.Kind == kind).Syntax;

    private static (ModerationKind Kind, string Syntax, string Meaning)[] Commands(Texts texts) =>
    [
        (ModerationKind.Kick, texts.KickSyntax, texts.KickMeaning),
        (ModerationKind.Ban, texts.BanSyntax, texts.BanMeaning),
        (ModerationKind.Unban, texts.UnbanSyntax, texts.UnbanMeaning),
        (ModerationKind.ListBans, texts.ListBansSyntax, texts.ListBansMeaning),
        (ModerationKind.Mute, texts.MuteSyntax, texts.MuteMeaning),
        (ModerationKind.Unmute, texts.UnmuteSyntax, texts.UnmuteMeaning),
        (ModerationKind.Slow, texts.SlowSyntax, texts.SlowMeaning),
        (ModerationKind.RegisteredOnly, texts.RegisteredOnlySyntax, texts.RegisteredOnlyMeaning),
        (ModerationKind.AddOperator, texts.AddOperatorSyntax, texts.AddOperatorMeaning),
        (ModerationKind.RemoveOperator, texts.RemoveOperatorSyntax, texts.RemoveOperatorMeaning),
        (ModerationKind.Announce, texts.AnnounceSyntax, texts.AnnounceMeaning),
    ];
}
