using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// Keeps those who have finished in the room while the server stops, until everybody has: so the last message of the last one still reaches
/// all. After the timeout nobody waits any more.
/// </summary>
internal sealed class ShutdownBarrier
{
    private readonly HashSet<IActorRef> _waiting = [];
    private bool _hasTimedOut;

    /// <summary>Has a member that has finished wait.</summary>
    public void Add(IActorRef connection) => _waiting.Add(connection);

    /// <summary>Forgets a member that has gone by itself.</summary>
    public void Remove(IActorRef connection) => _waiting.Remove(connection);

    /// <summary>From now on nobody waits for anybody.</summary>
    public void OnTimeout() => _hasTimedOut = true;

    /// <summary>Releases those who wait, if there is nothing more to wait for.</summary>
    /// <param name="members">How many members there are, those who wait included.</param>
    public void ReleaseIfComplete(int members)
    {
        if (_waiting.Count < members && !_hasTimedOut)
            return;
        foreach (var connection in _waiting)
            connection.Tell(SessionEvent.Released.Instance);
        _waiting.Clear();
    }
}
