using ActorChat.Server.Chat;
using ActorChat.Server.Framing;

namespace ActorChat.Tests.Dialects.Lines;

/// <summary>What both dialects of lines promise: everything is a line, but for the prompt, and help and long lists, which are several.</summary>
public abstract class LineDialectContract : ChatDialectContract
{
    private protected override void AssertNotice(string written, PeerKind peer) => AssertLine(written);

    private protected override void AssertEvent(string written, ChatEvent happened)
    {
        switch (happened)
        {
            case ChatEvent.Reply reply when reply.Answer is ChatEvent.Done:
            case ChatEvent.Done or ChatEvent.Pong or ChatEvent.PostedBefore:
                Assert.Empty(written);
                break;
            case ChatEvent.NicknameWanted or ChatEvent.PasswordWanted:
                AssertOneLine(written);
                break;
            case ChatEvent.Help or ChatEvent.SanctionList { Lines: not [] } or ChatEvent.MemberList { Pages: > 1 } or ChatEvent.RoomList
                or ChatEvent.HistoryPage or ChatEvent.SearchPage or ChatEvent.RoomEntered { Topic: not "" }:
                AssertLines(written);
                break;
            default:
                AssertLine(written);
                break;
        }
    }

    private protected static ChatEvent.HistoryPage PageOf(bool isCurrent, bool isForward)
    {
        var at = new DateTimeOffset(2026, 11, 27, 13, 3, 59, 7, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var first = new ChatEvent.MessagePosted(default, 0, "juegos", 1004, at, "ana", "hola");
        return new ChatEvent.HistoryPage(
            "juegos", isCurrent, isForward, [first, first with { Number = 1005, Instant = at + 1000, Author = "beto", Text = "[x]" }], HasMore: true);
    }

    private static void AssertLine(string written)
    {
        AssertLines(written);
        Assert.Equal(written.Length - 1, written.IndexOf('\n', StringComparison.Ordinal));
    }
}
