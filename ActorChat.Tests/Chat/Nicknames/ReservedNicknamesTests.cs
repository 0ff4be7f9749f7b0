using System.Collections;
using System.Resources;
using System.Text.RegularExpressions;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Resources;
using ActorChat.Tests.Protocol.Names;

namespace ActorChat.Tests.Chat.Nicknames;

public sealed partial class ReservedNicknamesTests
{
    // What the chat port sends by itself; the rest of the texts is for the operator, or stands behind a sign that no nickname has.
    private static readonly string[] ChatLines =
    [
        nameof(Texts.NicknamePrompt), "Welcome", "NicknameTaken", "NicknameReserved", "NicknameRule", "TooManyNicknameAttempts", "PrivateFrom",
        "PrivateTo", "NotConnected", "PrivateUsage", "PageOfConnectedUsers", "NextPage", "ConnectedUsers", "YourNicknameIs", "ServerTime",
        "Goodbye", "UnknownCommand", "ServerStopping", "ServerFull", "CommandFailed", "ConnectionFailed", "MessageTooLong", "InvalidUtf8",
        "MessageNotStored", "TooManyFromAddress", "TooManyAtOnce", "NoNicknameInTime", "SilentTooLong", "SentTooFast",
        "PasswordPrompt", "Registered", "Identified", "PasswordChanged", "Unregistered", "RegistrationRequired", "AlreadyRegistered", "WrongPassword",
        "PasswordTooShort", "PasswordTooLong", "PasswordNotPrivate", "TooManyAttempts", "AccountsBusy", "AccountNotStored", "RegisterUsage",
        "IdentifyUsage", "PasswordUsage", "UnregisterUsage", "AccountUsageBeforeLogin", "PrivateKept", "TooManyWaiting", "PrivateNotKept",
        "Displaced", "StoredPrivateFrom",
        "UnknownCommandMeant", "NicknameFirst", "CommandsBehindNickname", "GoodbyeWithoutNickname",
        "History", "NoHistory", "OlderHistory", "NewerHistory", "ClientKindRefused", "HistoryUsage", "HistoryUnavailable", "HistoryBusy",
    ];

    [Theory]
    [InlineData("Error")]
    [InlineData("ERROR")]
    [InlineData("ｅｒｒｏｒ")]
    [InlineData("Еrrоr")]
    [InlineData("nickname")]
    [InlineData("Servidor")]
    [InlineData("ЅЕRVER")]
    [InlineData("Serv\u0131dor")]
    [InlineData("Serv\u0456\u0307dor")]
    [InlineData("Serv1dor")]
    [InlineData("Err\u03c3r")]
    [InlineData("Err0r")]
    [InlineData("Erro\uab47")]
    [InlineData("Usuarios")]
    [InlineData("Priv\u0430do")]
    [InlineData("sistema")]
    [InlineData("Administrador")]
    [InlineData("--")]
    [InlineData("-")]
    [InlineData("\u01C3\u01C3")]
    [InlineData("\u30FC\u30FC")]
    [InlineData("Servidor.")]
    [InlineData("_Error_")]
    [InlineData("Escribe")]
    public void Nobody_can_speak_as_the_server(string text) => Assert.True(ReservedNicknames.Contains(Named.Parse(text)));

    [Theory]
    [InlineData("ana")]
    [InlineData("error1")]
    [InlineData("Serveria")]
    [InlineData("El")]
    [InlineData("Tu")]
    [InlineData("--ana--")]
    [InlineData("...")]
    public void All_other_nicknames_are_free(string text) => Assert.False(ReservedNicknames.Contains(Named.Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("en")]
    public void The_words_with_which_the_server_s_own_lines_begin_are_reserved(string language)
    {
        ResourceManager texts = new(typeof(Texts));
        var values = texts.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(text => (string)text.Key, text => (string)text.Value!);
        var words = ChatLines.Select(name => FirstWord().Match(values[name])).Where(match => match.Success)
            .Select(match => match.Groups["word"].Value).Distinct();

        Assert.All(words, word => Assert.True(ReservedNicknames.Contains(Named.Parse(word)), word));
    }

    // A nickname stands before a colon. Words of fewer letters are names of people, too.
    [GeneratedRegex(@"^\[?(?<word>\p{L}{4,32})")]
    private static partial Regex FirstWord();
}
