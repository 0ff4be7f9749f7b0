namespace ActorChat.Tests.Fuzz.Attacks;

/// <summary>Changes what a client sends, in the ways in which bytes get broken, or are broken on purpose.</summary>
internal static class Mutator
{
    // Long enough for many a cap, and now and then for all of them.
    private static readonly (int, int)[] RunLengths = [(30, 20), (30, 1025), (30, 5000), (9, 100_000), (1, 10 << 20)];

    private static readonly byte[][] NotUtf8 =
        [[0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFE], [0x80], [0xF8, 0x88, 0x80, 0x80, 0x80]];

    private static readonly byte[][] Telnet =
        [[0xFF], [0xFF, 0xFF], [0xFF, 0xFB], [0xFF, 0xFA], [0xFF, 0xF0], [0xFF, 0xFD, 1], [0xFF, 0xFA, 24, 1], [0xFF, 0xF9], [0xFF, 0xFE, 0xFF]];

    private static readonly byte[][] Ends = [[0x0D], [0x0D, 0], [0x0D, 0x0D, 0x0A], [0x0A, 0x0D], [0], [0, 0x0A], [0x0D, 0x0A], [0x0A]];

    private static readonly (int, Func<byte[], Random, byte[]>)[] Mutations =
    [
        (20, FlipBits),
        (15, (bytes, random) => Insert(bytes, random.Bytes(random.Next(1, 9)), random)),
        (15, Delete),
        (10, Duplicate),
        (10, Truncate),
        (15, (bytes, random) => Insert(bytes, random.Of(NotUtf8), random)),
        (15, (bytes, random) => Insert(bytes, random.Of(Telnet), random)),
        (15, (bytes, random) => Insert(bytes, random.Of(Ends), random)),
        (15, (bytes, random) => Insert(bytes, HostileTexts.Bytes(random), random)),
        (5, (bytes, random) => Insert(bytes, [.. Enumerable.Repeat((byte)random.Next(256), random.Weighted(RunLengths))], random)),
        (3, (bytes, random) => Insert(bytes, Storm(Telnet, random), random)),
        (3, (bytes, random) => Insert(bytes, Storm(Ends, random), random)),
    ];

    /// <summary>The bytes with one to four mutations.</summary>
    public static byte[] Mutate(byte[] bytes, Random random)
    {
        for (var left = random.Next(1, 5); left > 0; left--)
            bytes = random.Weighted(Mutations)(bytes, random);
        return bytes;
    }

    /// <summary>The beginning of one and the end of the other.</summary>
    public static byte[] Splice(byte[] first, byte[] second, Random random) =>
        [.. first.AsSpan(0, random.Next(first.Length + 1)), .. second.AsSpan(random.Next(second.Length + 1))];

    /// <summary>Nothing that anybody would send: noise, or one of the storms.</summary>
    public static byte[] Noise(Random random) => random.Next(4) switch
    {
        0 => random.Bytes(random.Next(1, 2000)),
        1 => Storm(Telnet, random),
        2 => Storm(Ends, random),
        _ => [.. Enumerable.Range(0, random.Next(1, 500)).Select(_ => (byte)random.Next(0x20))],
    };

    private static byte[] Storm(byte[][] pieces, Random random) => [.. Enumerable.Range(0, random.Next(1, 300)).SelectMany(_ => random.Of(pieces))];

    private static byte[] FlipBits(byte[] bytes, Random random)
    {
        var flipped = (byte[])bytes.Clone();
        for (var left = Math.Min(bytes.Length, random.Next(1, 9)); left > 0; left--)
            flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static byte[] Insert(byte[] bytes, byte[] what, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        return [.. bytes.AsSpan(0, at), .. what, .. bytes.AsSpan(at)];
    }

    private static byte[] Delete(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        var end = Math.Min(bytes.Length, at + random.Next(1, 9));
        return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(end)];
    }

    private static byte[] Duplicate(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        var end = Math.Min(bytes.Length, at + random.Next(1, 200));
        return [.. bytes.AsSpan(0, end), .. bytes.AsSpan(at)];
    }

    private static byte[] Truncate(byte[] bytes, Random random) => bytes[..random.Next(bytes.Length + 1)];
}
