using ActorChat.Server.Chat.Accounts.Passwords;
using ActorChat.Server.Chat.Connections;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Rooms;
using Akka.Actor;

namespace ActorChat.Server.Chat.Accounts;

/// <summary>Executes a member's commands about the account of its own nickname.</summary>
internal sealed class AccountCommands(ClientSession session, Nickname me)
{
    /// <summary>Executes a command. Nothing may be in flight.</summary>
    public void Execute(ChatCommand.Account command)
    {
        if (Read(command) is not { } words)
            Reject(UsageOf(command.Action));
        else if (command.Action == AccountAction.Identify && session.Account is not null)
            session.Send(new ChatEvent.AccountChanged(AccountAction.Identify, me.Value));
        else if (command.Action == AccountAction.Register && session.Account is not null)
            Reject(RejectReason.AlreadyRegistered, me.Value);
        else if (FindFlaw(session, command.Action, words) is { } flaw)
            session.Send(flaw);
        else
            session.Ask(command.Action, me, words[0], words.Length > 1 ? words[1] : null);
    }

    /// <summary>Handles the answer; false if it comes after its time limit.</summary>
    public bool TryReceive(AccountEvent happened)
    {
        switch (happened)
        {
            case AccountEvent.Done done when session.TryComplete(done.Command):
                OnDone(done.Action);
                return true;
            case AccountEvent.Refused refused when session.TryComplete(refused.Command):
                session.Send(session.Noted(refused.Reason));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Finds out why passwords are not even looked at; null where they are.</summary>
    /// <param name="session">The session.</param>
    /// <param name="action">What is to be done with them.</param>
    /// <param name="passwords">The passwords, normalized; the last may be a new one.</param>
    public static ChatEvent.Rejected? FindFlaw(ClientSession session, AccountAction action, string[] passwords)
    {
        var rules = session.Context.AccountRules;
        if (!rules.AllowPassword(session.Start))
            return new ChatEvent.Rejected(RejectReason.PasswordNotPrivate);
        var isNew = action is AccountAction.Register or AccountAction.ChangePassword;
        return passwords.Select(PasswordRule.FindLength).FirstOrDefault(flaw => flaw is not null)
            ?? (isNew ? PasswordRule.FindFlaw(passwords[^1], rules.MinPassword) : null);
    }

    public static RejectReason UsageOf(AccountAction action) => action switch
    {
        AccountAction.Register => RejectReason.RegisterUsage,
        AccountAction.Identify => RejectReason.IdentifyUsage,
        AccountAction.ChangePassword => RejectReason.PasswordUsage,
        _ => RejectReason.UnregisterUsage,
    };

    private void OnDone(AccountAction action)
    {
        if (action != AccountAction.ChangePassword)
        {
            session.Identify(action == AccountAction.Unregister ? null : me.Casefolded);
            session.Context.Nicknames.Tell(new NicknameCommand.Identify(session.Id, session.Account));
        }

        if (action == AccountAction.Unregister)
            session.Context.Rooms.Tell(new RoomsCommand.ForgetAccount(me.Casefolded, me.Value));
        session.Send(new ChatEvent.AccountChanged(action, me.Value));
        if (action == AccountAction.Identify)
            WaitingDelivery.Begin(session);
    }

    // As before login, one may give one's nickname first; null where the words make no sense.
    private string[]? Read(ChatCommand.Account command)
    {
        var words = command.Words;
        if (command.Action is AccountAction.Register or AccountAction.Identify && words.Count == 2 && Nickname.TryParse(words[0], out var name) && name == me)
            words = [words[1]];
        return words.Count == (command.Action == AccountAction.ChangePassword ? 2 : 1) ? [.. words.Select(PasswordRule.Normalize)] : null;
    }

    private void Reject(RejectReason reason, string subject = "") => session.Send(new ChatEvent.Rejected(reason, subject));
}
