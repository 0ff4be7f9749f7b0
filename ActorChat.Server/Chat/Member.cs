using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat;

/// <summary>A member of a room.</summary>
/// <param name="who">The nickname, as its user spelt it.</param>
/// <param name="connection">Its connection.</param>
/// <param name="outbox">What takes the writes for it.</param>
internal sealed class Member(Nickname who, IActorRef connection, IActorRef outbox)
{
    /// <summary>The nickname, as its user spelt it.</summary>
    public Nickname Who { get; } = who;

    /// <summary>Its connection.</summary>
    public IActorRef Connection { get; } = connection;

    /// <summary>Writes to the member. The connection hears of it when there is no room for more.</summary>
    public void Write(Tcp.Write write) => outbox.Tell(write, Connection);

    /// <summary>How many of the messages that are just being delivered are its own.</summary>
    public int OwnMessages { get; set; }
}
