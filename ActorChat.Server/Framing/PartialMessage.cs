namespace ActorChat.Server.Framing;

/// <summary>
/// The bytes of a message whose end has not come yet. A mutable value: keep it in a field that is not read-only.
/// It holds no memory when it is empty, so an idle connection costs nothing.
/// </summary>
/// <param name="maxBytes">The most bytes it is ever asked to hold; the buffer never grows beyond.</param>
internal struct PartialMessage(int maxBytes)
{
    private const int FirstCapacity = 64;

    private byte[] _bytes = [];

    /// <summary>How many bytes have come so far.</summary>
    public int Length { get; private set; }

    /// <summary>The size of the buffer held, in bytes; 0 when nothing is unfinished.</summary>
    public readonly int Capacity => _bytes.Length;

    /// <summary>What has come so far; valid until the next change.</summary>
    public readonly ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>Adds bytes; the caller has made sure that the cap holds.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var length = Length + bytes.Length;
        if (length > _bytes.Length)
        {
            // Doubling keeps a message that comes byte by byte linear in its length.
            var doubled = (int)Math.Min(maxBytes, Math.Max(FirstCapacity, 2L * _bytes.Length));
            Array.Resize(ref _bytes, Math.Max(length, doubled));
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length = length;
    }

    /// <summary>Forgets the bytes and frees the buffer.</summary>
    public void Clear()
    {
        _bytes = [];
        Length = 0;
    }
}
