using System.Security.Cryptography;

namespace ActorChat.Server.Chat;

/// <summary>Identifies one connection of a user. Unique across nodes and never reused.</summary>
internal readonly record struct SessionId(long Value);

/// <summary>Numbers the sessions of this node.</summary>
internal sealed class SessionIds
{
    // Keeps a random node number in the upper half, so that two nodes never give the same id.
    private readonly long _node = (long)RandomNumberGenerator.GetInt32(int.MaxValue) << 32;
    private uint _last;

    /// <summary>Returns the next id. Thread-safe.</summary>
    public SessionId Next() => new(_node | Interlocked.Increment(ref _last));
}
