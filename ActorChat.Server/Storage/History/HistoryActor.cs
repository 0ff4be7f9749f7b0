using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Storage.History;

/// <summary>
/// Reads pages of rooms' histories, in the order asked for, on a thread and a connection of its own. Neither a commit nor the number of a
/// room's next message waits for them.
/// </summary>
internal sealed class HistoryActor : ReceiveActor, ILogReceive
{
    public const string Name = "history";

    // A connection asks for one page at a time, so this only holds back a crowd.
    private const int Capacity = 1000;

    private readonly PersistenceContext _context;
    private readonly ReaderConnection _reader;
    private readonly Queue<HistoryCommand.Read> _waiting = [];

    public HistoryActor(PersistenceContext context)
    {
        _context = context;
        _reader = new ReaderConnection(context, Context.GetLogger(), (texts, why) => texts.HistoryNotRead(why));
        Receive<HistoryCommand.Read>(OnRead);
        Receive<Next>(_ => OnNext());
    }

    public static Props PropsFor(PersistenceContext context) => Props.Create<HistoryActor>(context).WithDispatcher(context.Dispatchers.Reading);

    protected override void PreRestart(Exception reason, object? message)
    {
        RefuseAll();
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => _reader.Close();

    // The next one is read behind all that is in the mailbox: so the queue knows how many wait.
    private void OnRead(HistoryCommand.Read read)
    {
        if (_waiting.Count >= Capacity)
        {
            Refuse(read, NotReadReason.Busy);
            return;
        }

        _waiting.Enqueue(read);
        if (_waiting.Count == 1)
            Self.Tell(Next.Instance);
    }

    // Finds nothing after a restart, which has refused all.
    private void OnNext()
    {
        if (!_waiting.TryPeek(out var read))
            return;
        if (_context.Clock.GetElapsedTime(0) >= read.Until)
            Refuse(read, NotReadReason.Late);
        else if (_reader.TryRead(reader => Read(reader, read)) is { } page)
            read.ReplyTo.Tell(page);
        else
            RefuseAll();

        if (_waiting.TryDequeue(out _) && _waiting.Count > 0)
            Self.Tell(Next.Instance);
    }

    private static HistoryEvent.Page Read(IMessageReader reader, HistoryCommand.Read read) => HistoryEvent.Page.Of(read, read.From.IsForward
        ? reader.After(read.Room, read.From.Number, read.Count + 1)
        : reader.Before(read.Room, read.From.Number, read.Count + 1));

    // The database may take long to fail: whoever waits is told at once.
    private void RefuseAll()
    {
        while (_waiting.TryDequeue(out var read))
            Refuse(read, NotReadReason.Unavailable);
    }

    private static void Refuse(HistoryCommand.Read read, NotReadReason reason) => read.ReplyTo.Tell(new HistoryEvent.NotRead(read.Request, reason));

    private sealed record Next : INoSerializationVerificationNeeded
    {
        public static readonly Next Instance = new();
    }
}
