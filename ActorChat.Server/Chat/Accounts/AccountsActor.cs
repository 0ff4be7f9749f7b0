using System.Globalization;
using ActorChat.Server.Chat.Accounts.Passwords;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Transport;
using Akka.Actor;

namespace ActorChat.Server.Chat.Accounts;

/// <summary>
/// Registers and identifies users. Each command goes through the same steps: count the attempt, find the account, check the password, write.
/// Waits for nobody: storage and hashing answer by messages.
/// </summary>
internal sealed class AccountsActor : ReceiveActor
{
    public const string Name = "accounts";

    private const int Hashers = 2;

    // Longer than any step takes: what is older was lost, and its user has read a timeout.
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(2);

    private readonly AccountsContext _context;
    private readonly AttemptLimiter _attempts;
    private readonly IActorRef[] _hashers;
    private readonly Dictionary<long, Pending> _pending = [];
    private long _lastRequest;

    public AccountsActor(AccountsContext context, AttemptLimiter attempts)
    {
        (_context, _attempts) = (context, attempts);
        _hashers = [.. Enumerable.Range(1, Hashers).Select(i =>
            Context.ActorOf(PasswordHasherActor.PropsFor(context.Rules.Hasher, context.Rules.Dispatcher), $"hasher-{i}"))];
        Receive<AccountCommand>(OnCommand);
        Receive<AccountStoreEvent.Found>(found => Continue(found.Request, pending => Check(found.Request, pending.Command, found.Account)));
        Receive<PasswordChecked>(result => Continue(result.Request, pending => OnChecked(result, pending)));
        Receive<AccountStoreEvent.Written>(written => Continue(written.Request, pending => OnWritten(written, pending.Command)));
        Receive<AccountStoreEvent.Failed>(failed => Refuse(failed.Request, RejectReason.AccountNotStored));
    }

    /// <summary>Keeps the attempts outside the instance, so that they survive a restart.</summary>
    public static Props PropsFor(AccountsContext context) => Props.Create<AccountsActor>(context, new AttemptLimiter(context.Rules.Attempts));

    private TimeSpan Now => _context.Clock.Now();

    // Whoever waits for a password learns it at once.
    protected override void PreRestart(Exception reason, object? message)
    {
        foreach (var pending in _pending.Values.Select(pending => pending.Command).Concat(message is AccountCommand command ? [command] : []))
            Refuse(pending, new ChatEvent.Rejected(RejectReason.Failed));
        base.PreRestart(reason, message);
    }

    protected override SupervisorStrategy SupervisorStrategy() => _context.Supervision;

    private static void Refuse(AccountCommand command, ChatEvent.Rejected reason) =>
        command.Connection.Tell(new AccountEvent.Refused(command.Command, reason));

    private void OnCommand(AccountCommand command)
    {
        if (_pending.Count >= _context.Rules.MaxPending && !ForgetLost())
        {
            Refuse(command, new ChatEvent.Rejected(RejectReason.AccountsBusy));
            return;
        }

        if (!_attempts.TryBegin(command.Address, command.Name.Casefolded, Now, out var until))
        {
            var at = _context.Clock.GetLocalNow() + (until - Now);
            Refuse(command, new ChatEvent.Rejected(RejectReason.TooManyAttempts, at.ToString("HH:mm:ss", CultureInfo.InvariantCulture)));
            return;
        }

        _pending.Add(++_lastRequest, new Pending(command, Now));
        _context.Persistence.Tell(new AccountStoreCommand.Find(command.Name.Casefolded, _lastRequest, Self));
    }

    private void Check(long request, AccountCommand command, Account? account)
    {
        if (command.Action != AccountAction.Register)
            Hasher(request).Tell(new CheckPassword(request, command.Password, account?.Hash, command.NewPassword));
        else if (account is null)
            Hasher(request).Tell(new CheckPassword(request, Password: null, Hash: null, command.Password));
        else
            Refuse(request, RejectReason.AlreadyRegistered, command.Name.Value);
    }

    private void OnChecked(PasswordChecked result, Pending pending)
    {
        var command = pending.Command;
        var (request, key, now) = (result.Request, command.Name.Casefolded, _context.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (!result.IsRight)
        {
            Refuse(request, RejectReason.WrongPassword, command.Name.Value);
            return;
        }

        // A registration counts as an attempt: nobody may make any number of accounts.
        if (command.Action != AccountAction.Register)
            _attempts.Succeed(command.Address, key, Now);
        switch (command.Action)
        {
            case AccountAction.Register:
                var account = new Account(key, command.Name.Value, command.Name.Skeleton, result.NewHash!, now, now);
                _context.Persistence.Tell(new AccountStoreCommand.Add(account, request, Self));
                break;
            case AccountAction.ChangePassword:
                _context.Persistence.Tell(new AccountStoreCommand.SetPassword(key, result.NewHash!, request, Self));
                break;
            case AccountAction.Unregister:
                _context.Persistence.Tell(new AccountStoreCommand.Remove(key, request, Self));
                break;
            default:
                _context.Persistence.Tell(new AccountStoreCommand.NoteLogin(key, now, result.NewHash));
                Finish(request, command);
                break;
        }
    }

    private void OnWritten(AccountStoreEvent.Written written, AccountCommand command)
    {
        if (!written.IsDone)
        {
            var reason = command.Action == AccountAction.Register ? RejectReason.AlreadyRegistered : RejectReason.WrongPassword;
            Refuse(written.Request, reason, command.Name.Value);
            return;
        }

        if (command.Action == AccountAction.Register)
        {
            _attempts.Trust(command.Address, command.Name.Casefolded);
            _context.Nicknames.Tell(new NicknameCommand.AddAccount(command.Name));
        }
        else if (command.Action == AccountAction.Unregister)
        {
            _context.Nicknames.Tell(new NicknameCommand.RemoveAccount(command.Name));
        }

        Finish(written.Request, command);
    }

    private IActorRef Hasher(long request) => _hashers[request % Hashers];

    // Ignores what comes after a restart, or too late.
    private void Continue(long request, Action<Pending> next)
    {
        if (_pending.TryGetValue(request, out var pending))
            next(pending);
    }

    private void Finish(long request, AccountCommand command)
    {
        _pending.Remove(request);
        command.Connection.Tell(new AccountEvent.Done(command.Command, command.Action));
    }

    private void Refuse(long request, RejectReason reason, string subject = "")
    {
        if (_pending.Remove(request, out var pending))
            Refuse(pending.Command, new ChatEvent.Rejected(reason, subject));
    }

    private bool ForgetLost()
    {
        foreach (var (request, _) in _pending.Where(pending => Now - pending.Value.Since > LostAfter).ToList())
            _pending.Remove(request);
        return _pending.Count < _context.Rules.MaxPending;
    }

    private sealed record Pending(AccountCommand Command, TimeSpan Since);
}

/// <summary>The dependencies of <see cref="AccountsActor"/>.</summary>
internal sealed record AccountsContext(
    AccountRules Rules, IActorRef Persistence, IActorRef Nicknames, TimeProvider Clock, SupervisorStrategy Supervision);
