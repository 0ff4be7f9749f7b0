using ActorChat.Server.Framing;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Tests.Dialects;

/// <summary>What every dialect promises its connection, in every language; a subclass for each.</summary>
public abstract class ConnectionDialectContract
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private protected static IReadOnlyList<Texts> Languages { get; } = [.. Enum.GetValues<Language>().Select(Texts.For)];

    private protected abstract IConnectionDialect Create(Texts texts);

    /// <summary>Shows that this is complete, and nothing but what the dialect may write.</summary>
    private protected abstract void AssertNotice(string written, PeerKind peer);

    [Fact]
    public void Every_notice_has_words_of_its_own_for_every_kind_of_client() =>
        Assert.All(Languages, texts => Assert.All(Enum.GetValues<PeerKind>(), peer =>
        {
            var kinds = Enum.GetValues<NoticeKind>();
            var notices = kinds.Select(kind => Decode(Create(texts).Write(new ConnectionNotice(kind, Seconds: 60), peer))).ToList();
            Assert.All(notices, notice => AssertNotice(notice, peer));
            Assert.Equal(kinds.Length, notices.Distinct().Count());
        }));

    [Fact]
    public void What_a_client_sends_comes_out_of_the_decoder() => Assert.All(Languages, texts =>
    {
        var decoder = Create(texts).CreateDecoder(maxBytes: 100);
        decoder.Append(Message("¿qué tal?"));
        Assert.True(decoder.TryRead(out var frame));
        Assert.Equal(Frame.Message("¿qué tal?"), frame);
    });

    /// <summary>A text as a client of this dialect sends it.</summary>
    private protected virtual byte[] Message(string text) => Encoding.UTF8.GetBytes(text + "\n");

    private protected static string Decode(byte[] written) => Strict.GetString(written);

    /// <summary>Shows that this is one line of something, or several, with nothing in it that a terminal would obey.</summary>
    private protected static void AssertLines(string written)
    {
        Assert.EndsWith("\n", written, StringComparison.Ordinal);
        Assert.All(written[..^1].Split('\n'), AssertOneLine);
    }

    private protected static void AssertOneLine(string line)
    {
        Assert.False(string.IsNullOrWhiteSpace(line));
        Assert.DoesNotContain(line, character => char.IsControl(character) && character != '\t');
    }
}
