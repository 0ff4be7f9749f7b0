using Akka.Actor;

namespace ActorChat.Server.Chat;

/// <summary>
/// The end of a room when the server stops. Whoever has finished stays until everybody has, so that the last message of the last one
/// still reaches all; when the patience is over, nobody waits any more.
/// </summary>
internal sealed class LastRound
{
    private readonly HashSet<IActorRef> _staying = [];
    private bool _isImpatient;

    /// <summary>A member has finished: it stays.</summary>
    public void Add(IActorRef connection) => _staying.Add(connection);

    /// <summary>A member has gone by itself.</summary>
    public void Remove(IActorRef connection) => _staying.Remove(connection);

    /// <summary>From now on nobody waits for anybody.</summary>
    public void LosePatience() => _isImpatient = true;

    /// <summary>Lets those who stay go, if there is nothing more to wait for.</summary>
    /// <param name="members">How many members there are, those who stay included.</param>
    public void LetGo(int members)
    {
        if (_staying.Count < members && !_isImpatient)
            return;
        foreach (var connection in _staying)
            connection.Tell(RoomEvent.Accepted.One);
        _staying.Clear();
    }
}
