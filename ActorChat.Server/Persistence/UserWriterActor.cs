using ActorChat.Server.Errors;
using Akka.Actor;

namespace ActorChat.Server.Persistence;

/// <summary>
/// Speaks to the users' database, on a thread of its own: a server that does not answer holds up this actor and nobody else.
/// </summary>
internal sealed class UserWriterActor : ReceiveActor, ILogReceive
{
    private readonly PersistenceContext _context;
    private IUserStore? _store;

    public UserWriterActor(PersistenceContext context)
    {
        _context = context;
        Receive<UserWriterCommand.Open>(_ => Context.Parent.Tell(Open()));
        Receive<UserWriterCommand.Write>(write => Context.Parent.Tell(Write(write.Users)));
    }

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<UserWriterActor>(context).WithDispatcher(context.UsersDispatcher);

    // The parent waits for an answer, and only to a list.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is UserWriterCommand.Write)
            Context.Parent.Tell(new UserWriterEvent.NotWritten(SystemErrors.Describe(reason, _context.Texts)));
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => CloseStore();

    private UserWriterEvent Open()
    {
        try
        {
            _store = _context.OpenUsers();
            return new UserWriterEvent.Opened(_store.Caution?.Invoke(_context.Texts));
        }
        catch (StorageUnavailableException unavailable)
        {
            return new UserWriterEvent.NotOpened(unavailable);
        }
    }

    private UserWriterEvent Write(IReadOnlyList<UserSighting> users)
    {
        try
        {
            _store ??= _context.OpenUsers();
            return new UserWriterEvent.Written(Upsert(_store, users));
        }
        catch (StorageUnavailableException unavailable)
        {
            return new UserWriterEvent.NotWritten(unavailable.Describe(_context.Texts));
        }
        catch (StorageException failure)
        {
            // Opened anew, it also finds a table or a file that somebody has replaced.
            CloseStore();
            return new UserWriterEvent.NotWritten(failure.Describe(_context.Texts));
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
    private List<(string Nickname, string Reason)> Upsert(IUserStore store, IReadOnlyList<UserSighting> users)
    {
        try
        {
            store.Upsert(users);
            return [];
        }
        catch (StorageException unfit) when (unfit.Failure == StorageFailure.UnfitValue)
        {
            return users.Count == 1 ? [(users[0].Nickname, unfit.Describe(_context.Texts))] : [.. users.SelectMany(user => Upsert(store, [user]))];
        }
    }
}
