using ActorChat.Server.Confirmation;
using ActorChat.Server.Dialects.Confirmation;
using ActorChat.Server.Framing;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Tests.Dialects.Confirmation;

/// <summary>Everything is one line; without its end for a client that sends none.</summary>
public sealed class ConfirmationDialectTests : ConnectionDialectContract
{
    [Fact]
    public void Every_answer_has_words_of_its_own_for_every_kind_of_client() =>
        Assert.All(Languages, texts => Assert.All(Enum.GetValues<PeerKind>(), peer =>
        {
            var dialect = new ConfirmationDialect(texts, maxMessage: 4096);
            var answers = Enum.GetValues<ConfirmationAnswer>().Select(answer => Decode(dialect.Write(answer, DateTime.UnixEpoch, peer))).ToList();
            Assert.All(answers, answer => AssertNotice(answer, peer));
            Assert.Equal(answers.Count, answers.Distinct().Count());
        }));

    private protected override IConnectionDialect Create(Texts texts) => new ConfirmationDialect(texts, maxMessage: 4096);

    private protected override void AssertNotice(string written, PeerKind peer)
    {
        Assert.Equal(peer != PeerKind.Chunk, written.EndsWith('\n'));
        AssertOneLine(written.TrimEnd('\n'));
    }
}
