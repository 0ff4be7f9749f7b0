using ActorChat.Server.Net;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat;

/// <summary>What <see cref="RoomActor"/> tells connections.</summary>
internal abstract record RoomEvent
{
    private RoomEvent()
    {
    }

    /// <summary>In: now a member, of so many.</summary>
    internal sealed record Joined(Nickname Who, int Count) : RoomEvent;

    /// <summary>Not in: another member has this nickname.</summary>
    /// <param name="Who">The nickname.</param>
    /// <param name="Holder">The other member's connection.</param>
    internal sealed record NicknameTaken(Nickname Who, IActorRef Holder) : RoomEvent;

    /// <summary>One or more whole lines to send, the same object for all who get them.</summary>
    internal sealed record Deliver(ByteString Lines) : RoomEvent
    {
        /// <summary>The command to write them, made once for all.</summary>
        public Tcp.Write Write { get; } = SocketOutput.Prepare(Lines);
    }

    /// <summary>Commands are done: there is room for as many more.</summary>
    /// <param name="Count">How many; at least one.</param>
    internal sealed record Accepted(int Count) : RoomEvent
    {
        /// <summary>One command is done.</summary>
        public static readonly Accepted One = new(1);
    }

    /// <summary>The message could not be stored: nobody has seen it.</summary>
    internal sealed record NotStored : RoomEvent
    {
        public static readonly NotStored Instance = new();
    }

    /// <summary>The command was not carried out, or not to its end: the room failed over it. Nobody has joined by it.</summary>
    internal sealed record Failed : RoomEvent
    {
        public static readonly Failed Instance = new();
    }
}
