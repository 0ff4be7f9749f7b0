using ActorChat.Server.Storage.Errors;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Storage.Accounts;

/// <summary>
/// Reads and writes accounts and waiting private messages, by a connection and on a thread of its own. A database that does not answer holds up
/// nobody else.
/// </summary>
internal sealed class AccountStoreActor : ReceiveActor, ILogReceive
{
    // A page that any reader's queue has room for.
    private const int PageCount = 20, PageCharacters = 32 * 1024;

    private static readonly TimeSpan ExpiryPause = TimeSpan.FromHours(1);

    private readonly PersistenceContext _context;
    private readonly Reopenable<IAccountStore> _store;
    private readonly FailureLog _failures;
    private TimeSpan? _expiredAt;

    public AccountStoreActor(PersistenceContext context)
    {
        (_context, _store) = (context, new Reopenable<IAccountStore>(context.OpenAccounts));
        _failures = new FailureLog(context, Context.GetLogger(), (texts, why) => texts.AccountsNotStored(why));
        Receive<AccountStoreCommand.ReadNames>(read => read.ReplyTo.Tell(ReadNames()));
        Receive<AccountStoreCommand.Find>(find =>
            Answer(find, () => new AccountStoreEvent.Found(find.Request, _store.UseOrRetry(store => store.Find(find.Key)))));
        Receive<AccountStoreCommand.Add>(add => AnswerWritten(add, store => store.TryAdd(add.Account)));
        Receive<AccountStoreCommand.SetPassword>(set => AnswerWritten(set, store => store.TrySetPassword(set.Key, set.Hash)));
        Receive<AccountStoreCommand.Remove>(remove => AnswerWritten(remove, store => store.TryRemove(remove.Key)));
        Receive<AccountStoreCommand.NoteLogin>(login => Try(() => _store.Open().NoteLogin(login.Key, login.Instant, login.Hash)));
        Receive<AccountStoreCommand.Keep>(keep =>
            Answer(keep, () => new AccountStoreEvent.Kept(keep.Request, Keep(keep.Message), keep.Recipient)));
        Receive<AccountStoreCommand.ReadWaiting>(read => Try(() => read.ReplyTo.Tell(new AccountStoreEvent.Waiting(ReadWaiting(read)))));
    }

    public static Props PropsFor(PersistenceContext context) =>
        Props.Create<AccountStoreActor>(context).WithDispatcher(context.Dispatchers.Accounts);

    private long Since => (_context.Clock.GetUtcNow() - _context.Waiting.KeptFor).ToUnixTimeMilliseconds();

    // The sender waits for an answer.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is AccountStoreCommand.IAnswered answered)
            answered.ReplyTo.Tell(new AccountStoreEvent.Failed(answered.Request));
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => _store.Close();

    private AccountStoreEvent ReadNames()
    {
        try
        {
            return new AccountStoreEvent.NamesRead([.. _store.Open().Names()]);
        }
        catch (OpenException unavailable)
        {
            return new AccountStoreEvent.Unavailable(unavailable);
        }
    }

    private KeepResult Keep(WaitingMessage message)
    {
        RemoveExpired();
        return _store.Open().Keep(message, _context.Waiting.Max, Since);
    }

    private WaitingMessage[] ReadWaiting(AccountStoreCommand.ReadWaiting read)
    {
        if (read.Delivered > 0)
            _store.Open().RemoveDelivered(read.Key, read.Delivered);
        var waiting = _store.UseOrRetry(store => store.Waiting(read.Key, Since, PageCount));
        return [.. waiting.Take(PageLimit.Count(waiting.Select(message => message.Text.Length), PageCount, PageCharacters))];
    }

    // Whoever never comes back must not keep what nobody will read.
    private void RemoveExpired()
    {
        var now = _context.Clock.GetElapsedTime(0);
        if (_expiredAt is { } last && now - last < ExpiryPause)
            return;
        _store.Open().RemoveExpired(Since);
        _expiredAt = now;
    }

    private void AnswerWritten(AccountStoreCommand.IAnswered command, Func<IAccountStore, bool> write) =>
        Answer(command, () => new AccountStoreEvent.Written(command.Request, write(_store.Open())));

    private void Answer(AccountStoreCommand.IAnswered command, Func<AccountStoreEvent> execute)
    {
        if (!Try(() => command.ReplyTo.Tell(execute())))
            command.ReplyTo.Tell(new AccountStoreEvent.Failed(command.Request));
    }

    // Opening it anew also finds a table or a file that somebody has replaced.
    private bool Try(Action execute)
    {
        try
        {
            execute();
            return true;
        }
        catch (Exception failure) when (failure is OpenException or WriteException)
        {
            _store.Close();
            _failures.Write(failure);
            return false;
        }
    }
}
