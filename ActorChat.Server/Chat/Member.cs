using Akka.Actor;

namespace ActorChat.Server.Chat;

/// <summary>A member of a room.</summary>
/// <param name="who">The nickname, as its user spelt it.</param>
/// <param name="connection">Its connection.</param>
internal sealed class Member(Nickname who, IActorRef connection)
{
    /// <summary>The nickname, as its user spelt it.</summary>
    public Nickname Who { get; } = who;

    /// <summary>Its connection.</summary>
    public IActorRef Connection { get; } = connection;

    /// <summary>How many of the messages that are just being delivered are its own.</summary>
    public int OwnMessages { get; set; }
}
