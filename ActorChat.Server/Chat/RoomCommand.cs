using System.Net;
using Akka.Actor;

namespace ActorChat.Server.Chat;

/// <summary>What <see cref="RoomActor"/> is told.</summary>
internal abstract record RoomCommand
{
    private RoomCommand()
    {
    }

    /// <summary>Let somebody in. Answered by <see cref="RoomEvent.Joined"/> or <see cref="RoomEvent.NicknameTaken"/>.</summary>
    internal sealed record Join(Nickname Who, IActorRef Connection) : RoomCommand;

    /// <summary>A member goes. Not answered.</summary>
    /// <param name="Connection">Its connection.</param>
    /// <param name="Announce">Whether the others are told; not while the server stops.</param>
    internal sealed record Leave(IActorRef Connection, bool Announce) : RoomCommand;

    /// <summary>The server stops: members that have finished wait for the others, but not for ever.</summary>
    /// <param name="Patience">How long.</param>
    internal sealed record Close(TimeSpan Patience) : RoomCommand;

    /// <summary>
    /// A member has nothing more to say, and stays to hear what the others still have. Answered by <see cref="RoomEvent.Accepted"/>
    /// when every member has finished or the patience of <see cref="Close"/> is over.
    /// </summary>
    internal sealed record Finish(IActorRef Connection) : RoomCommand;

    /// <summary>
    /// A public message: stored, then delivered to every other member. Answered by <see cref="RoomEvent.Accepted"/> when it is
    /// stored, or <see cref="RoomEvent.NotStored"/>.
    /// </summary>
    internal sealed record Say(Nickname Who, string Text, IPAddress From, IActorRef Connection) : RoomCommand;

    /// <summary>A private message. Answered by a line for its sender and <see cref="RoomEvent.Accepted"/>.</summary>
    internal sealed record Whisper(Nickname Who, string To, string Text, IActorRef Connection) : RoomCommand;

    /// <summary>Who is here? Answered by a line and <see cref="RoomEvent.Accepted"/>.</summary>
    internal sealed record List(IActorRef Connection) : RoomCommand;
}
