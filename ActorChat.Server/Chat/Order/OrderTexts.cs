using ActorChat.Server.Resources;

namespace ActorChat.Server.Chat.Order;

/// <summary>The words about order that users, operators and the log read.</summary>
internal static class OrderTexts
{
    /// <summary>What was done, without the words of whoever did it.</summary>
    public static string Notice(ChatEvent.OrderTaken taken, Texts texts)
    {
        var by = taken.By.Length > 0 ? taken.By : texts.TheServer;
        var subject = taken.Subject.Length > 0 ? taken.Subject : texts.SomeNetwork;
        return taken.Kind switch
        {
            OrderKind.Kick => texts.HasKicked(by, subject),
            OrderKind.Ban => texts.HasBanned(by, subject),
            OrderKind.Unban => texts.HasUnbanned(by, subject),
            OrderKind.Mute => texts.HasMuted(by, subject),
            OrderKind.Unmute => texts.HasUnmuted(by, subject),
            OrderKind.AddOperator => texts.HasMadeOperator(by, subject),
            OrderKind.RemoveOperator => texts.HasRemovedOperator(by, subject),
            OrderKind.Slow when taken.Value == 0 => texts.HasEndedSlowMode(by),
            OrderKind.Slow => texts.HasSetSlowMode(by, taken.Value),
            OrderKind.RegisteredOnly when taken.Value == 0 => texts.HasOpenedRoom(by),
            OrderKind.RegisteredOnly => texts.HasClosedRoom(by),
            OrderKind.Own when taken.Subject.Length == 0 => texts.RoomHasNoOwner,
            OrderKind.Own => texts.RoomBelongsTo(subject),
            OrderKind.Announce => taken.By.Length > 0 ? texts.HasAnnounced(by) : texts.ServerAnnounces,
            _ => throw new ArgumentOutOfRangeException(nameof(taken)),
        };
    }

    /// <summary>How an order is typed.</summary>
    public static string Usage(OrderKind kind, Texts texts) => texts.OrderUsage(Commands(texts).First(command => command.Kind == kind).Syntax);

    /// <summary>A line for each command that keeps order.</summary>
    public static IEnumerable<string> Help(Texts texts)
    {
        var commands = Commands(texts);
        var width = commands.Max(command => command.Syntax.Length);
        return [texts.OrderHelp, .. commands.Select(command => $"{command.Syntax.PadRight(width)}  {command.Meaning}")];
    }

    private static (OrderKind Kind, string Syntax, string Meaning)[] Commands(Texts texts) =>
    [
        (OrderKind.Kick, texts.KickSyntax, texts.KickMeaning),
        (OrderKind.Ban, texts.BanSyntax, texts.BanMeaning),
        (OrderKind.Unban, texts.UnbanSyntax, texts.UnbanMeaning),
        (OrderKind.ListBans, texts.ListBansSyntax, texts.ListBansMeaning),
        (OrderKind.Mute, texts.MuteSyntax, texts.MuteMeaning),
        (OrderKind.Unmute, texts.UnmuteSyntax, texts.UnmuteMeaning),
        (OrderKind.Slow, texts.SlowSyntax, texts.SlowMeaning),
        (OrderKind.RegisteredOnly, texts.RegisteredOnlySyntax, texts.RegisteredOnlyMeaning),
        (OrderKind.AddOperator, texts.AddOperatorSyntax, texts.AddOperatorMeaning),
        (OrderKind.RemoveOperator, texts.RemoveOperatorSyntax, texts.RemoveOperatorMeaning),
        (OrderKind.Announce, texts.AnnounceSyntax, texts.AnnounceMeaning),
    ];
}
