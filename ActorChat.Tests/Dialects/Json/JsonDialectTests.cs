using System.Text.Json;
using ActorChat.Server.Chat;
using ActorChat.Server.Dialects.Json;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Framing;
using ActorChat.Server.Resources;

namespace ActorChat.Tests.Dialects.Json;

/// <summary>Everything is a JSON object with a type, a line each; only what the others are asked for is nothing.</summary>
public sealed class JsonDialectTests : ChatDialectContract
{
    private static readonly ChatEvent.MessagePosted Said = new(default, 0, "juegos", 7, 1_790_000_000_000, "ana", "¿qué? <b>\"sí\"</b>\\ 😀") { Mark = "k3" };

    private protected override IChatDialect CreateChat(Texts texts) => new JsonDialect(new LineDialect(texts, maxLine: 1024), maxText: 1024);

    private protected override void AssertNotice(string written, PeerKind peer) => AssertObjects(written);

    private protected override void AssertEvent(string written, ChatEvent happened)
    {
        if (happened is ChatEvent.NicknameWanted or ChatEvent.NumbersGranted)
            Assert.Empty(written);
        else
            AssertObjects(written);
    }

    [Fact]
    public void Messages_have_all_that_a_client_needs_to_put_them_in_order() => AssertJson(
        """{"type":"msg","room":"juegos","id":7,"at":"2026-09-21T14:13:20.000Z","nick":"ana","text":"¿qué? <b>\"sí\"</b>\\ \uD83D\uDE00","cid":"k3"}""",
        new ChatEvent.Elsewhere("juegos", Said));

    [Theory]
    [InlineData(nameof(RejectReason.NicknameTaken), """{"type":"err","n":5,"code":"nickname-taken","text":"El nickname 'ana' ya está en uso. Elige otro."}""")]
    [InlineData(nameof(RejectReason.Displaced), """{"type":"bye","code":"displaced","text":"Se cierra la conexión: el dueño de tu nickname ha entrado con su clave."}""")]
    public void Answers_have_the_number_of_their_request_and_a_code(string reason, string json) =>
        AssertJson(json, new ChatEvent.Reply(5, new ChatEvent.Rejected(Enum.Parse<RejectReason>(reason), "ana")));

    [Fact]
    public void Events_of_a_room_name_it_and_what_has_no_type_of_its_own_has_words()
    {
        AssertJson("""{"type":"in","room":"juegos","nick":"ana","login":false}""", new ChatEvent.Elsewhere("juegos", new ChatEvent.MemberJoined("ana", IsLogin: false)));
        AssertJson("""{"type":"out","room":"juegos","count":3,"logout":true}""", new ChatEvent.Elsewhere("juegos", new ChatEvent.MembersParted(3, AreLogouts: true)));
        AssertJson("""{"type":"notice","n":5,"text":"Clave cambiada."}""", new ChatEvent.Reply(5, new ChatEvent.AccountChanged(AccountAction.ChangePassword, "ana")), hasText: false);
        AssertJson("""{"type":"ok","n":5,"room":"juegos","id":7,"at":"1970-01-01T00:00:00.000Z"}""", new ChatEvent.Reply(5, new ChatEvent.PostedBefore("juegos", 7, 0)));
        AssertJson("""{"type":"found","n":5,"items":[],"more":null,"indexed":0.5}""", new ChatEvent.Reply(5, new ChatEvent.SearchPage([], [], null, 0.5)));
    }

    private static void AssertObjects(string written)
    {
        AssertLines(written);
        Assert.All(written[..^1].Split('\n'), line => Assert.False(string.IsNullOrEmpty(JsonDocument.Parse(line).RootElement.GetProperty("type").GetString())));
    }

    private void AssertJson(string expected, ChatEvent happened, bool hasText = true)
    {
        var written = Decode(CreateChat(Texts.For(Language.Spanish)).Write(happened));
        if (hasText)
            Assert.Equal(expected + "\n", written);
        else
            Assert.StartsWith(expected[..expected.IndexOf("\"text\"", StringComparison.Ordinal)], written, StringComparison.Ordinal);
    }
}
