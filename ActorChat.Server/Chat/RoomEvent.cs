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
    internal sealed record NicknameTaken(Nickname Who) : RoomEvent;

    /// <summary>A line to send, the same object for all who get it.</summary>
    internal sealed record Deliver(ByteString Line) : RoomEvent;

    /// <summary>The command is done: there is room for one more.</summary>
    internal sealed record Accepted : RoomEvent
    {
        public static readonly Accepted Instance = new();
    }

    /// <summary>The message could not be stored: nobody has seen it.</summary>
    internal sealed record NotStored : RoomEvent
    {
        public static readonly NotStored Instance = new();
    }
}
