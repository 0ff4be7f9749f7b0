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
    /// <param name="Who">The nickname.</param>
    /// <param name="Connection">The connection.</param>
    /// <param name="Outbox">What takes <see cref="Akka.IO.Tcp.Write"/> for it: the room writes to it by itself.</param>
    internal sealed record Join(Nickname Who, IActorRef Connection, IActorRef Outbox) : RoomCommand;

    /// <summary>A member goes. Answered by <see cref="RoomEvent.Left"/>, behind which the room writes nothing more to it.</summary>
    /// <param name="Connection">Its connection.</param>
    /// <param name="Announce">Whether the others are told; not while the server stops.</param>
    internal sealed record Leave(IActorRef Connection, bool Announce) : RoomCommand;

    /// <summary>The server stops: members that have finished wait for the others, but not for ever.</summary>
    /// <param name="Timeout">How long.</param>
    internal sealed record Close(TimeSpan Timeout) : RoomCommand;

    /// <summary>
    /// A member has nothing more to say, and stays to hear what the others still have. Answered by <see cref="RoomEvent.Accepted"/>
    /// when every member has finished or the patience of <see cref="Close"/> is over.
    /// </summary>
    internal sealed record Finish(IActorRef Connection) : RoomCommand;

    /// <summary>
    /// A public message: stored, then delivered to every other member. Answered by <see cref="RoomEvent.Accepted"/> when it is
    /// stored, or <see cref="RoomEvent.NotStored"/>.
    /// </summary>
    internal sealed record Say(Nickname Who, string Text, IPAddress From, IActorRef Connection) : RoomCommand
    {
        /// <summary>For the log, which gets no words of users.</summary>
        public override string ToString() => $"Say {{ Who = {Who.Value}, Length = {Text.Length} }}";
    }

    /// <summary>A private message. Answered by a line for its sender and <see cref="RoomEvent.Accepted"/>.</summary>
    internal sealed record Whisper(Nickname Who, string To, string Text, IActorRef Connection) : RoomCommand
    {
        /// <summary>For the log, which gets no words of users; the receiver may be one that was not meant as such.</summary>
        public override string ToString() => $"Whisper {{ Who = {Who.Value}, Length = {Text.Length} }}";
    }

    /// <summary>Who is here? Answered by one or two lines and <see cref="RoomEvent.Accepted"/>.</summary>
    /// <param name="Page">Which page of the list, from 1; one that is not there means the last.</param>
    /// <param name="Connection">Who asks.</param>
    internal sealed record List(int Page, IActorRef Connection) : RoomCommand;
}
