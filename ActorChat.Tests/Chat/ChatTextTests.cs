using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Resources;
using ActorChat.Tests.Protocol.Names;
using Akka.Actor;

namespace ActorChat.Tests.Chat;

/// <summary>Those words of the protocol that no test over the wire holds. Clients are written against them: to change one is to break those.</summary>
public sealed class ChatTextTests
{
    private static readonly Texts Es = Texts.For(Language.Spanish);
    private static readonly Texts En = Texts.For(Language.English);

    [Fact]
    public void The_rule_for_nicknames_tells_the_length_that_is_checked()
    {
        var bounds = $"1 a {Nickname.MaxLength} ";

        Assert.Contains(bounds, Es.NicknameRule, StringComparison.Ordinal);
        Assert.Contains(bounds.Replace("a", "to", StringComparison.Ordinal), En.NicknameRule, StringComparison.Ordinal);
    }

    [Fact]
    public void The_usage_of_a_private_message_is_one_itself() => Assert.All([Es, En], texts => Assert.IsType<ChatCommand.Private>(
        ChatCommandParser.Parse(texts.PrivateUsage[texts.PrivateUsage.IndexOf('#', StringComparison.Ordinal)..])));

    [Fact]
    public void Connected_users_are_counted()
    {
        Assert.Equal("Usuarios conectados (3): Ana, beto, carla\n", ListIn(Es, page: 1, size: 3, "beto", "carla", "Ana"));
        Assert.Equal("Connected users (3): Ana, beto, carla\n", ListIn(En, page: 7, size: 100, "Ana", "beto", "carla"));
        Assert.Equal("Usuarios conectados (0): \n", ListIn(Es, page: 1, size: 3));
    }

    [Theory]
    [InlineData(1, "Usuarios conectados (5), página 1 de 3: a, b\nPara ver más: /listar 2\n")]
    [InlineData(2, "Usuarios conectados (5), página 2 de 3: c, d\nPara ver más: /listar 3\n")]
    [InlineData(3, "Usuarios conectados (5), página 3 de 3: e\n")]
    [InlineData(4, "Usuarios conectados (5), página 3 de 3: e\n")]
    [InlineData(int.MaxValue, "Usuarios conectados (5), página 3 de 3: e\n")]
    public void Many_users_stand_on_pages(int page, string answer) => Assert.Equal(answer, ListIn(Es, page, size: 2, "a", "b", "c", "d", "e"));

    [Fact]
    public void Large_numbers_are_written_as_in_their_language()
    {
        Assert.Equal("* 1.284 usuarios se han conectado", Es.HaveConnected(1284));
        Assert.Equal("* 1,284 users have disconnected", En.HaveDisconnected(1284));
    }

    [Fact]
    public void A_refused_message_is_answered_with_an_error()
    {
        Assert.All([Es, En], texts => Assert.All(
            [texts.MessageNotStored, texts.InvalidUtf8, texts.MessageTooLong(4096)],
            line => Assert.StartsWith("Error: ", line, StringComparison.Ordinal)));
        Assert.Contains(" 4096 bytes", Es.MessageTooLong(4096), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public void The_help_has_an_aligned_line_for_each_command(string code)
    {
        Assert.True(Languages.TryParse(code, out var language));
        AssertAligned(Texts.For(language).Help);
        AssertAligned([.. ModerationTexts.Help(Texts.For(language)).Skip(1)]);
        string[] help = [.. Texts.For(language).Help, .. ModerationTexts.Help(Texts.For(language)).Skip(1)];
        ChatCommand[] commands = [.. help.Select(line => ChatCommandParser.Parse(line[..line.IndexOf("  ", StringComparison.Ordinal)]))];

        Assert.DoesNotContain(commands, command => command is ChatCommand.Unknown or ChatCommand.Nothing);

        // Programs alone choose how they are written to.
        var verbs = ChatCommandParser.Verbs.Select(ChatCommandParser.Parse).Where(command => command is not ChatCommand.Client);
        Assert.Empty(verbs.Select(Kind).Except(commands.Select(Kind)));
    }

    private static void AssertAligned(IReadOnlyList<string> help)
    {
        Assert.All(help, line => Assert.True(line.Length <= 72, $"Too wide for 80 columns behind the client's time: {line}"));
        var column = help.Max(line => line.IndexOf("  ", StringComparison.Ordinal)) + 2;
        Assert.All(help, line => Assert.True(line[column] != ' ' && line[column - 1] == ' ' && line[column - 2] == ' ', line));
    }

    private static string Kind(ChatCommand command) => command switch
    {
        ChatCommand.Account account => account.Action.ToString(),
        ChatCommand.Order order => order.Kind.ToString(),
        _ => command.GetType().Name,
    };

    private static string ListIn(Texts texts, int page, int size, params string[] members)
    {
        var room = new RoomMembers();
        foreach (var (member, i) in members.Select((member, i) => (member, i)))
            Assert.True(room.TryAdd(new RoomMember(new SessionId(i), Named.Parse(member), ActorRefs.Nobody)));
        return Encoding.UTF8.GetString(new LineDialect(texts, maxLine: 1024).Write(room.Page(page, size)));
    }
}
