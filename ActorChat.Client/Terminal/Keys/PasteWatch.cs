namespace ActorChat.Client.Terminal.Keys;

/// <summary>
/// Limits the wait for the end of a bracketed paste. Its mark can get lost: then every key would count as part of it. Input that comes
/// like keys, little at a time and slowly, does not extend the wait.
/// </summary>
internal sealed class PasteWatch(TimeProvider clock)
{
    /// <summary>How long after its last piece a paste goes on.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    // A key has fewer bytes, and the next one comes later, even when a key repeats.
    private const int MaxKeyBytes = 16;

    private static readonly TimeSpan KeyInterval = TimeSpan.FromMilliseconds(25);

    private long _lastRead;
    private long? _lastPiece;

    /// <summary>How much longer to wait.</summary>
    public TimeSpan Remaining => _lastPiece is { } piece && Timeout - clock.GetElapsedTime(piece) is var rest && rest > TimeSpan.Zero
        ? rest
        : TimeSpan.Zero;

    /// <summary>Notes that bytes were read, perhaps in a paste that has begun, with them or before, and not ended.</summary>
    public void OnRead(int count, bool isInPaste)
    {
        var now = clock.GetTimestamp();
        if (!isInPaste)
            _lastPiece = null;
        else if (Remaining == TimeSpan.Zero || count > MaxKeyBytes || clock.GetElapsedTime(_lastRead, now) < KeyInterval)
            _lastPiece = now;
        _lastRead = now;
    }
}
