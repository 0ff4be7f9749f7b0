using ActorChat.Server.Errors;
using ActorChat.Server.Storage.Errors;
using Akka.Actor;

namespace ActorChat.Server.Storage.Users;

/// <summary>Writes to the users' database, on a thread of its own: a server that does not answer holds up this actor and nobody else.</summary>
internal sealed class LastSeenWriterActor : ReceiveActor, ILogReceive
{
    private readonly PersistenceContext _context;
    private IUserStore? _store;

    public LastSeenWriterActor(PersistenceContext context)
    {
        _context = context;
        Receive<LastSeenWriterCommand.Open>(_ => Context.Parent.Tell(Open()));
        Receive<LastSeenWriterCommand.Write>(write => Context.Parent.Tell(Write(write.Users)));
    }

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<LastSeenWriterActor>(context).WithDispatcher(context.Dispatchers.Users);

    // The parent waits for an answer, and only to a list.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is LastSeenWriterCommand.Write)
            Context.Parent.Tell(new LastSeenWriterEvent.NotWritten(SystemErrors.Describe(reason, _context.Texts)));
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => CloseStore();

    private LastSeenWriterEvent Open()
    {
        try
        {
            _store = _context.OpenUsers();
            return new LastSeenWriterEvent.Opened(_store.Caution?.Invoke(_context.Texts));
        }
        catch (OpenException unavailable)
        {
            return new LastSeenWriterEvent.NotOpened(unavailable);
        }
    }

    private LastSeenWriterEvent Write(IReadOnlyList<LastSeen> users)
    {
        try
        {
            _store ??= _context.OpenUsers();
            return new LastSeenWriterEvent.Written(Upsert(_store, users));
        }
        catch (OpenException unavailable)
        {
            return new LastSeenWriterEvent.NotWritten(unavailable.Describe(_context.Texts));
        }
        catch (WriteException failure)
        {
            // Opened anew, it also finds a table or a file that somebody has replaced.
            CloseStore();
            return new LastSeenWriterEvent.NotWritten(failure.Describe(_context.Texts));
        }
    }

    private void CloseStore()
    {
        // Forgotten first: one that fails to close must not be closed again.
        var store = _store;
        _store = null;
        store?.Dispose();
    }

    // One nickname that the table has no room for must not keep all others out for ever: then each is tried alone.
    private List<(string Nickname, string Reason)> Upsert(IUserStore store, IReadOnlyList<LastSeen> users)
    {
        try
        {
            store.Upsert(users);
            return [];
        }
        catch (WriteException unfit) when (unfit.Error == WriteError.UnfitValue)
        {
            return users.Count == 1 ? [(users[0].Nickname, unfit.Describe(_context.Texts))] : [.. users.SelectMany(user => Upsert(store, [user]))];
        }
    }
}
