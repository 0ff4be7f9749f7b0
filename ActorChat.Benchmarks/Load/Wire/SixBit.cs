using System.Buffers.Binary;

namespace ActorChat.Benchmarks.Load.Wire;

/// <summary>
/// Numbers of 48 bits as eight characters from '0' to 'o', six bits each, the highest first: what every chat server passes on unchanged,
/// and what is read eight characters at a time, without a loop, as that is done once for each delivery.
/// </summary>
internal static class SixBit
{
    /// <summary>Characters of one number.</summary>
    public const int Length = 8;

    private const ulong Zeros = 0x3030_3030_3030_3030;

    /// <summary>Writes the lower 48 bits of <paramref name="value"/> into the first eight bytes.</summary>
    public static void Write(Span<byte> target, ulong value)
    {
        for (var i = Length - 1; i >= 0; i--, value >>= 6)
            target[i] = (byte)('0' + (value & 63));
    }

    /// <summary>Reads the first eight bytes; false where one of them is no such character.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out ulong value)
    {
        var digits = BinaryPrimitives.ReadUInt64BigEndian(source) - Zeros;

        // A byte below '0' borrows from the one above it, and has itself a high bit set thereby.
        var valid = (digits & 0xC0C0_C0C0_C0C0_C0C0) == 0;
        digits = ((digits & 0x3F00_3F00_3F00_3F00) >> 2) | (digits & 0x003F_003F_003F_003F);
        digits = ((digits & 0x0FFF_0000_0FFF_0000) >> 4) | (digits & 0x0000_0FFF_0000_0FFF);
        value = (digits >> 32 << 24) | (digits & 0xFF_FFFF);
        return valid;
    }
}
