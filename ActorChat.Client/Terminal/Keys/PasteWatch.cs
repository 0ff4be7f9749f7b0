namespace ActorChat.Client.Terminal.Keys;

/// <summary>
/// Limits the wait for the end of a bracketed paste. Its mark can get lost: then every key would be taken for a part of it. What comes as
/// keys do, little at a time and slowly, does not make the wait longer.
/// </summary>
/// <param name="clock">Tells how much time has passed.</param>
internal sealed class PasteWatch(TimeProvider clock)
{
    /// <summary>How long after its last piece a paste goes on.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // A key has fewer bytes, and the next one comes later, even where it repeats itself.
    private const int MaxKeyBytes = 16;

    private static readonly TimeSpan KeyInterval = TimeSpan.FromMilliseconds(25);

    private long _lastRead;
    private long? _lastPiece;

    /// <summary>How much longer the paste may take.</summary>
    public TimeSpan Remaining => _lastPiece is { } piece && Patience - clock.GetElapsedTime(piece) is var rest && rest > TimeSpan.Zero
        ? rest
        : TimeSpan.Zero;

    /// <summary>Some bytes have been read.</summary>
    /// <param name="count">How many.</param>
    /// <param name="isInPaste">Whether a paste has begun with them or before, and not ended.</param>
    public void Read(int count, bool isInPaste)
    {
        var now = clock.GetTimestamp();
        if (!isInPaste)
            _lastPiece = null;
        else if (Remaining == TimeSpan.Zero || count > MaxKeyBytes || clock.GetElapsedTime(_lastRead, now) < KeyInterval)
            _lastPiece = now;
        _lastRead = now;
    }
}
