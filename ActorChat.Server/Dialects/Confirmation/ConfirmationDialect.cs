using ActorChat.Server.Confirmation;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Framing;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Dialects.Confirmation;

/// <summary>Renders the answers of the confirmation port as text. Omits the line end for clients that send none.</summary>
internal sealed class ConfirmationDialect(Texts texts, int maxMessage) : IConfirmationDialect
{
    public IMessageDecoder CreateDecoder(int maxBytes) => new LineDecoder(maxBytes);

    public byte[] Write(ConnectionNotice notice, PeerKind peer) => Encode(NoticeTexts.Format(notice, texts), peer);

    public byte[] Write(ConfirmationAnswer answer, DateTime sentAt, PeerKind peer) => Encode(Words(answer, sentAt), peer);

    private static byte[] Encode(string text, PeerKind peer) => peer == PeerKind.Chunk ? LineEncoder.EncodeUnterminated(text) : LineEncoder.Encode(text);

    private string Words(ConfirmationAnswer answer, DateTime sentAt) => answer switch
    {
        ConfirmationAnswer.Stored => texts.MessageReceived(sentAt),
        ConfirmationAnswer.NotStored => texts.MessageNotStored,
        ConfirmationAnswer.TimedOut => texts.CommandTimedOut,
        ConfirmationAnswer.TooLong => texts.MessageTooLong(maxMessage),
        ConfirmationAnswer.InvalidUtf8 => texts.InvalidUtf8,
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };
}
