using ActorChat.Server.Errors;
using ActorChat.Server.Storage.Errors;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Storage.Users;

/// <summary>Writes to the users' database, on a thread of its own: a server that does not answer holds up this actor and nobody else.</summary>
internal sealed class LastSeenWriterActor : ReceiveActor, ILogReceive
{
    private readonly PersistenceContext _context;
    private readonly Reopenable<IUserStore> _store;

    public LastSeenWriterActor(PersistenceContext context)
    {
        (_context, _store) = (context, new Reopenable<IUserStore>(context.OpenUsers));
        Receive<PersistenceCommand.OpenUsers>(_ => Context.Parent.Tell(Open()));
        Receive<WriteLastSeen>(write => Context.Parent.Tell(Write(write.Users)));
    }

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<LastSeenWriterActor>(context).WithDispatcher(context.Dispatchers.Users);

    // The parent waits for an answer to a list.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is WriteLastSeen)
            Context.Parent.Tell(new LastSeenWriterEvent.NotWritten(SystemErrors.Describe(reason, _context.Texts)));
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => _store.Close();

    private PersistenceEvent Open()
    {
        try
        {
            if (_store.Open().Caution is { } caution)
                Context.GetLogger().Warning(caution(_context.Texts));
            return new PersistenceEvent.Ready();
        }
        catch (OpenException unavailable)
        {
            return new PersistenceEvent.Unavailable(unavailable);
        }
    }

    private LastSeenWriterEvent Write(IReadOnlyList<LastSeen> users)
    {
        try
        {
            return new LastSeenWriterEvent.Written(Upsert(_store.Open(), users));
        }
        catch (OpenException unavailable)
        {
            return new LastSeenWriterEvent.NotWritten(unavailable.Describe(_context.Texts));
        }
        catch (WriteException failure)
        {
            // Opening it anew also finds a table or a file that somebody has replaced.
            _store.Close();
            return new LastSeenWriterEvent.NotWritten(failure.Describe(_context.Texts));
        }
    }

    // One nickname that does not fit must not keep all others out: then each is tried alone.
    private List<UnfitUser> Upsert(IUserStore store, IReadOnlyList<LastSeen> users)
    {
        try
        {
            store.Upsert(users);
            return [];
        }
        catch (WriteException unfit) when (unfit.Error == WriteError.UnfitValue)
        {
            return users.Count == 1 ? [new UnfitUser(users[0].Nickname, unfit.Describe(_context.Texts))] : [.. users.SelectMany(user => Upsert(store, [user]))];
        }
    }
}
