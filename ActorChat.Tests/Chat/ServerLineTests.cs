using ActorChat.Server.Resources;

namespace ActorChat.Tests.Chat;

/// <summary>No line of the server reads as if a user had said it, whatever users choose for what it repeats.</summary>
public sealed class ServerLineTests
{
    private static readonly string[] Chosen = ["beto:", "Error:", "*:", "[privado]", "ana: hola", "/x:"];

    private static readonly Texts[] Languages = [Texts.For(Language.Spanish), Texts.For(Language.English)];

    [Fact]
    public void No_line_of_the_server_begins_with_what_a_user_chose() =>
        Assert.All(Languages, texts => Assert.All(
            Lines(texts, "beto:"), line => Assert.False(line.StartsWith("beto", StringComparison.Ordinal), line)));

    [Fact]
    public void The_client_takes_no_line_of_the_server_for_a_message() =>
        Assert.All(Languages, texts => Assert.All(Chosen, chosen => Assert.All(Lines(texts, chosen), line =>
            Assert.False(ServerLineParser.Parse(line) is ServerLine.Public or ServerLine.PrivateFrom or ServerLine.PrivateTo, line))));

    // All that the chat port says, but for messages. What repeats a nickname is given worse than a nickname can be.
    private static IEnumerable<string> Lines(Texts texts, string chosen) =>
    [
        texts.NicknameRule, texts.NicknameTaken(chosen), texts.NicknameReserved(chosen), texts.TooManyNicknameAttempts, texts.Welcome(chosen, 2),
        texts.HaveConnected(2), texts.HaveDisconnected(2), texts.NotConnected(chosen), texts.PrivateUsage, texts.ConnectedUsers(1, chosen),
        texts.PageOfConnectedUsers(200, 1, 2, chosen), texts.NextPage(2), texts.YourNicknameIs(chosen), texts.ServerTime(DateTime.UnixEpoch),
        texts.Goodbye(chosen), texts.UnknownCommand(chosen), texts.ServerStopping, texts.ServerFull, texts.TooManyFromAddress, texts.TooManyAtOnce,
        texts.NoNicknameInTime, texts.SilentTooLong, texts.SentTooFast, texts.SendsTooFast, texts.AreYouThere(60), texts.CommandFailed, texts.CommandTimedOut,
        texts.ConnectionFailed, texts.MessageTooLong(1024), texts.InvalidUtf8, texts.MessageNotStored, .. texts.Help,
        texts.History(chosen, 2), texts.NoHistory(chosen), texts.OlderHistory("2"), texts.NewerHistory("2"), texts.ClientKindRefused,
        texts.HistoryUsage, texts.HistoryUnavailable, texts.HistoryBusy,
        texts.Registered(chosen), texts.Identified(chosen), texts.PasswordChanged(chosen), texts.Unregistered(chosen), texts.RegistrationRequired,
        texts.AlreadyRegistered(chosen), texts.WrongPassword(chosen), texts.PasswordTooShort("6"), texts.PasswordTooLong("256"),
        texts.PasswordNotPrivate, texts.TooManyAttempts("12:00:00"), texts.AccountsBusy, texts.AccountNotStored, texts.RegisterUsage,
        texts.IdentifyUsage, texts.PasswordUsage, texts.UnregisterUsage, texts.AccountUsageBeforeLogin, texts.PrivateKept(chosen),
        texts.TooManyWaiting(chosen), texts.PrivateNotKept, texts.Displaced, texts.PasswordPrompt + texts.ServerStopping,
        texts.NicknamePrompt + texts.ServerStopping, texts.NicknamePrompt + texts.NicknamePrompt + texts.ConnectionFailed,
    ];
}
