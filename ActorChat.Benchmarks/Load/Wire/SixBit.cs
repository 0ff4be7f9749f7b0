using System.Buffers.Binary;

namespace ActorChat.Benchmarks.Load.Wire;

/// <summary>
/// Numbers of 48 bits as eight characters from '0' to 'p' without '\', six bits each, the highest first: what every chat server passes on
/// unchanged, JSON too, and what is read eight characters at a time, without a loop, as that is done once for each delivery.
/// </summary>
internal static class SixBit
{
    /// <summary>Characters of one number.</summary>
    public const int Length = 8;

    private const ulong Zeros = 0x3030_3030_3030_3030;

    // The digit that would be a backslash. 'p' stands for it, the only one with bit 6.
    private const ulong Escaped = '\\' - '0';

    /// <summary>Writes the lower 48 bits of <paramref name="value"/> into the first eight bytes.</summary>
    public static void Write(Span<byte> target, ulong value)
    {
        for (var i = Length - 1; i >= 0; i--, value >>= 6)
            target[i] = (byte)((value & 63) is var digit && digit == Escaped ? 'p' : '0' + digit);
    }

    /// <summary>Reads the first eight bytes; false where one of them is no such character.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out ulong value)
    {
        var digits = BinaryPrimitives.ReadUInt64BigEndian(source) - Zeros;

        // A byte below '0' borrows from the one above it, and has itself a high bit set thereby.
        var escaped = digits & 0x4040_4040_4040_4040;
        var valid = (digits & 0x8080_8080_8080_8080) == 0 && (digits & (escaped - (escaped >> 6))) == 0;
        digits = (digits ^ escaped) | ((escaped >> 6) * Escaped);
        digits = ((digits & 0x3F00_3F00_3F00_3F00) >> 2) | (digits & 0x003F_003F_003F_003F);
        digits = ((digits & 0x0FFF_0000_0FFF_0000) >> 4) | (digits & 0x0000_0FFF_0000_0FFF);
        value = (digits >> 32 << 24) | (digits & 0xFF_FFFF);
        return valid;
    }
}
