using Akka.Actor;

namespace ActorChat.Server.Chat.Accounts;

/// <summary>Does something with an account. Answered by an <see cref="AccountEvent"/>.</summary>
/// <param name="Action">What.</param>
/// <param name="Command">Returned in the answer.</param>
/// <param name="Name">The nickname. To register it, the session must hold it.</param>
/// <param name="Password">The password, normalized.</param>
/// <param name="NewPassword">The new one, normalized, where there is one.</param>
/// <param name="Address">The network that the attempts are counted for.</param>
/// <param name="Connection">Receives the answer.</param>
internal sealed record AccountCommand(
    AccountAction Action, long Command, Nickname Name, string Password, string? NewPassword, string Address, IActorRef Connection)
{
    /// <summary>Shows no password and no address.</summary>
    public override string ToString() => $"AccountCommand {{ Action = {Action}, Name = {Name} }}";
}

/// <summary>The answers of <see cref="AccountsActor"/>.</summary>
internal abstract record AccountEvent
{
    private AccountEvent()
    {
    }

    /// <summary>The password is right, and what was asked for is durable.</summary>
    internal sealed record Done(long Command, AccountAction Action) : AccountEvent;

    /// <summary>It was refused.</summary>
    internal sealed record Refused(long Command, ChatEvent.Rejected Reason) : AccountEvent;
}
