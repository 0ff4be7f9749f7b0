using ActorChat.Server.Chat.Rooms;
using Akka.Actor;

namespace ActorChat.Server.Chat.Moderation;

/// <summary>The commands of <see cref="ServerModerationActor"/>.</summary>
internal abstract record ServerModerationCommand
{
    private ServerModerationCommand()
    {
    }

    /// <summary>Gives an order about the whole server. Answered by <see cref="SessionEvent.Answered"/>.</summary>
    /// <param name="Connection">The giver's connection.</param>
    /// <param name="Session">Its session.</param>
    /// <param name="Command">Its command number.</param>
    /// <param name="Nickname">Its nickname.</param>
    /// <param name="Account">Its account; null without one.</param>
    /// <param name="Address">Its network address.</param>
    /// <param name="What">The order.</param>
    internal sealed record Order(
        IActorRef Connection, SessionId Session, long Command, Nickname Nickname, string? Account, string Address, ChatCommand.Order What)
        : ServerModerationCommand
    {
        /// <summary>Keeps the address out of the log.</summary>
        public override string ToString() => $"Order {{ By = {Nickname}, What = {What} }}";
    }

    /// <summary>Gives an order from the server's own console. Answered by a <see cref="ChatEvent"/>.</summary>
    /// <param name="Room">The room; empty for the whole server.</param>
    /// <param name="What">The order.</param>
    /// <param name="Console">Receives the answer.</param>
    internal sealed record FromConsole(string Room, ChatCommand.Order What, IActorRef Console) : ServerModerationCommand;
}
