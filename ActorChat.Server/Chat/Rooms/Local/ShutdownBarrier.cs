using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms.Local;

/// <summary>
/// Holds finished members in the room while the server stops, until all have finished. So the last message of the last member still reaches
/// all. A timeout releases them.
/// </summary>
/// <param name="room">The room.</param>
internal sealed class ShutdownBarrier(RoomName room)
{
    private readonly HashSet<IActorRef> _waiting = [];
    private bool _hasTimedOut;

    /// <summary>Adds a finished member.</summary>
    public void Add(IActorRef connection) => _waiting.Add(connection);

    /// <summary>Removes a member that has left.</summary>
    public void Remove(IActorRef connection) => _waiting.Remove(connection);

    /// <summary>Opens the barrier for good.</summary>
    public void OnTimeout() => _hasTimedOut = true;

    /// <summary>Releases the finished members if all members have finished, or after the timeout.</summary>
    /// <param name="members">The number of members.</param>
    public void ReleaseIfComplete(int members)
    {
        if (_waiting.Count < members && !_hasTimedOut)
            return;
        foreach (var connection in _waiting)
            connection.Tell(new SessionEvent.Released(room));
        _waiting.Clear();
    }
}
