using ActorChat.Server.Chat;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Framing;
using ActorChat.Server.Resources;

namespace ActorChat.Tests.Dialects.Lines;

/// <summary>Everything is a line, but for the prompt, and help and long lists, which are several.</summary>
public sealed class LineDialectTests : ChatDialectContract
{
    private protected override IChatDialect CreateChat(Texts texts) => new LineDialect(texts, maxLine: 1024);

    private protected override void AssertNotice(string written, PeerKind peer) => AssertLine(written);

    private protected override void AssertEvent(string written, ChatEvent happened)
    {
        switch (happened)
        {
            case ChatEvent.NicknameWanted:
                AssertOneLine(written);
                break;
            case ChatEvent.Help or ChatEvent.MemberList { Pages: > 1 } or ChatEvent.RoomList or ChatEvent.RoomEntered { Topic: not "" }:
                AssertLines(written);
                break;
            default:
                AssertLine(written);
                break;
        }
    }

    private static void AssertLine(string written)
    {
        AssertLines(written);
        Assert.Equal(written.Length - 1, written.IndexOf('\n', StringComparison.Ordinal));
    }
}
