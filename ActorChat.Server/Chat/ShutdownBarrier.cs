using Akka.Actor;

namespace ActorChat.Server.Chat;

/// <summary>
/// The end of a room when the server stops. Whoever has finished stays until everybody has, so that the last message of the last one
/// still reaches all; when the patience is over, nobody waits any more.
/// </summary>
internal sealed class ShutdownBarrier
{
    private readonly HashSet<IActorRef> _waiting = [];
    private bool _hasTimedOut;

    /// <summary>A member has finished: it stays.</summary>
    public void Add(IActorRef connection) => _waiting.Add(connection);

    /// <summary>A member has gone by itself.</summary>
    public void Remove(IActorRef connection) => _waiting.Remove(connection);

    /// <summary>From now on nobody waits for anybody.</summary>
    public void OnTimeout() => _hasTimedOut = true;

    /// <summary>Lets those who stay go, if there is nothing more to wait for.</summary>
    /// <param name="members">How many members there are, those who stay included.</param>
    public void ReleaseIfComplete(int members)
    {
        if (_waiting.Count < members && !_hasTimedOut)
            return;
        foreach (var connection in _waiting)
            connection.Tell(RoomEvent.Accepted.One);
        _waiting.Clear();
    }
}
