using ActorChat.Server.Framing;
using ActorChat.Server.Storage;
using ActorChat.Server.Transport;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Confirmation;

/// <summary>
/// One connection of the confirmation port: takes one message, has it stored, answers when it is on disk, and closes. What is no
/// message (too long, not UTF-8) is answered and may be followed by another try; whatever follows the message is not read.
/// </summary>
internal sealed class ConfirmationConnectionActor : LineConnection
{
    private readonly ConfirmationContext _context;
    private readonly string _address;
    private DateTimeOffset _sentAt;

    public ConfirmationConnectionActor(AcceptedConnection start, ConfirmationContext context)
        : base(start, context.Connections)
    {
        _context = context;
        _address = start.Peer.Address.ToString();
    }

    public static Props PropsFor(AcceptedConnection start, ConfirmationContext context) =>
        Props.Create<ConfirmationConnectionActor>(start, context);

    protected override void Open() => IsPaced = true;

    // Each refused message has its own answer; scripts take the next line for that of their message.
    protected override void OnTooFast()
    {
    }

    protected override void OnInputEnded()
    {
        if (IsFinishing)
            LastLine ??= Texts.ServerStopping;
        End(InputEndReason);
    }

    private bool Storing(object message)
    {
        switch (message)
        {
            case PersistenceEvent.Stored:
                EndWith(Texts.MessageReceived(_sentAt.DateTime));
                return true;
            case PersistenceEvent.NotStored:
                // Why stands in the log already: persistence says it once for all messages that it met.
                EndWith(Texts.MessageNotStored);
                return true;
            default:
                return Receive(message);
        }
    }

    protected override void OnMessage(Frame message)
    {
        switch (message.Kind)
        {
            case FrameKind.TooLong:
                Answer(Texts.MessageTooLong(_context.Connections.MaxMessage));
                break;
            case FrameKind.InvalidUtf8:
                Answer(Texts.InvalidUtf8);
                break;
            default:
                Store(DisplayText.Sanitize(message.Text));
                break;
        }
    }

    private void Store(string text)
    {
        if (text.Length == 0)
        {
            End(Texts.EndedByEmptyMessage);
            return;
        }

        Stats.Messages++;
        _sentAt = _context.Connections.Clock.GetLocalNow();
        var message = new MessageRecord(text, _sentAt, _address, Author: null, Room: null, Number: null);
        _context.Persistence.Tell(new PersistenceCommand.Store(new[] { message }, Self, Request: 0));
        Become(Storing);
        Wait();
    }

    // A client that sends no newlines reads none.
    protected override ByteString LineOf(string text) => PeerKind == PeerKind.Chunk ? ByteString.FromString(text) : base.LineOf(text);

    private void Answer(string text) => Send(LineOf(text));

    private void EndWith(string answer)
    {
        LastLine = answer;
        End(Texts.EndedByAnswer);
    }
}
