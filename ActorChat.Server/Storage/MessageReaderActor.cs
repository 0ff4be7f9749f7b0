using ActorChat.Server.Storage.History;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Storage;

/// <summary>
/// Reads messages on a thread and a connection of its own, opened when somebody first asks: a long read delays no commit.
/// </summary>
internal sealed class MessageReaderActor : ReceiveActor, ILogReceive
{
    private readonly ReaderConnection _reader;

    public MessageReaderActor(PersistenceContext context)
    {
        _reader = new ReaderConnection(context, Context.GetLogger(), (texts, why) => texts.MessagesNotRead(why));
        Receive<PersistenceCommand.ReadLast>(read => read.ReplyTo.Tell(
            _reader.TryRead<PersistenceEvent>(reader => LastOf(reader, read))
            ?? new PersistenceEvent.NotRead(read.Request)));
        Receive<PersistenceCommand.ReadRooms>(read => read.ReplyTo.Tell(
            _reader.TryRead<PersistenceEvent>(reader => new PersistenceEvent.RoomsRead([.. reader.Rooms(read.Limit)]))
            ?? new PersistenceEvent.OrderNotRead()));
        Receive<PersistenceCommand.ReadServerSanctions>(read => read.ReplyTo.Tell(
            _reader.TryRead<PersistenceEvent>(reader => new PersistenceEvent.ServerSanctionsRead([.. reader.ServerSanctions()]))
            ?? new PersistenceEvent.OrderNotRead()));
    }

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<MessageReaderActor>(context).WithDispatcher(context.Dispatchers.Reading);

    private static PersistenceEvent.LastRead LastOf(IMessageReader reader, PersistenceCommand.ReadLast read)
    {
        var last = reader.Last(read.Room);
        return new PersistenceEvent.LastRead(read.Request, last) { Marked = last.Number == 0 ? [] : [.. reader.Marked(read.Room, last.Number)] };
    }

    // The asker waits for an answer.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is PersistenceCommand.ReadLast last)
            last.ReplyTo.Tell(new PersistenceEvent.NotRead(last.Request));
        else if (message is PersistenceCommand.ReadRooms rooms)
            rooms.ReplyTo.Tell(new PersistenceEvent.OrderNotRead());
        else if (message is PersistenceCommand.ReadServerSanctions sanctions)
            sanctions.ReplyTo.Tell(new PersistenceEvent.OrderNotRead());
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => _reader.Close();
}
