namespace ActorChat.Server.Framing;

/// <summary>
/// Buffers the bytes of an unfinished message. Allocates nothing while empty, so that idle connections cost nothing. A mutable value: keep it in
/// a field that is not read-only.
/// </summary>
internal struct PartialMessage(int maxBytes)
{
    private const int FirstCapacity = 64;

    private byte[] _bytes = [];

    public int Length { get; private set; }

    /// <summary>The bytes allocated; 0 while empty.</summary>
    public readonly int Capacity => _bytes.Length;

    /// <summary>The bytes so far; valid until the next change.</summary>
    public readonly ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>Adds bytes. The caller checks the cap.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var length = Length + bytes.Length;
        if (length > _bytes.Length)
        {
            // Doubles, so that a message received byte by byte takes linear time.
            var doubled = (int)Math.Min(maxBytes, Math.Max(FirstCapacity, 2L * _bytes.Length));
            Array.Resize(ref _bytes, Math.Max(length, doubled));
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length = length;
    }

    /// <summary>Empties and frees the buffer.</summary>
    public void Clear()
    {
        _bytes = [];
        Length = 0;
    }
}
