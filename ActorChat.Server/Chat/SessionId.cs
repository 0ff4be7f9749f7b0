using System.Security.Cryptography;

namespace ActorChat.Server.Chat;

/// <summary>One user's stay on the server, from connecting to the end. Never used twice, by no node.</summary>
internal readonly record struct SessionId(long Value);

/// <summary>Numbers the sessions of this node.</summary>
internal sealed class SessionIds
{
    // In the upper half, so that two nodes never give the same number.
    private readonly long _node = (long)RandomNumberGenerator.GetInt32(int.MaxValue) << 32;
    private uint _last;

    /// <summary>The next one. For any thread.</summary>
    public SessionId Next() => new(_node | Interlocked.Increment(ref _last));
}
