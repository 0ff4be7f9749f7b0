using Akka.Actor;

namespace ActorChat.Server.Chat;

/// <summary>What <see cref="RoomActor"/> tells connections.</summary>
internal abstract record RoomEvent
{
    private RoomEvent()
    {
    }

    /// <summary>In: now a member, and welcomed.</summary>
    internal sealed record Joined(Nickname Who) : RoomEvent;

    /// <summary>Out: the room has written its last line.</summary>
    internal sealed record Left : RoomEvent
    {
        public static readonly Left Instance = new();
    }

    /// <summary>The room has written to the member: find out whether it is read.</summary>
    internal sealed record ReaderCheck : RoomEvent
    {
        public static readonly ReaderCheck Instance = new();
    }

    /// <summary>Not in: another member has this nickname, or one that looks like it.</summary>
    /// <param name="Who">The nickname.</param>
    /// <param name="Holder">The connection of the member who has this very nickname; nobody where it only looks like another's.</param>
    internal sealed record NicknameTaken(Nickname Who, IActorRef Holder) : RoomEvent;

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
