using ActorChat.Server.Framing;

namespace ActorChat.Tests.Framing;

/// <summary>Generators of what peers send.</summary>
internal static class Traffic
{
    /// <summary>The cap of the framers under test; small, so that generated messages reach it.</summary>
    public const int MaxBytes = 24;

    private static readonly string[] Pieces =
        ["a", "Z", "7", " ", "\t", "é", "e\u0301", "ñ", "語", "क्षि", "😀", "👩‍🚀", "\0", "\u001b[2J", "\u009b", "/", "#", "\ufeff"];

    // Truncated, over-long, surrogate, beyond U+10FFFF, never-used bytes.
    private static readonly byte[][] Broken =
        [[0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xFE, (byte)'a']];

    /// <summary>Texts without line ends; those of more than the cap are left out.</summary>
    public static Gen<string> Text =>
        Gen.Elements(Pieces).ListOf().Resize(10).Select(pieces => string.Concat(pieces))
            .Where(text => Encoding.UTF8.GetByteCount(text) <= MaxBytes);

    /// <summary>Sizes of the pieces that the network makes of it.</summary>
    public static Gen<int[]> Cuts => Gen.Choose(1, 40).NonEmptyListOf().Select(sizes => sizes.ToArray());

    /// <summary>Messages of every sort as line clients send them, with any of the line ends, and the frame that each must give.</summary>
    public static Gen<List<(byte[] Bytes, Frame Frame)>> Lines =>
        Message.Zip(Gen.Elements("\n", "\r\n", "\r\0", "\r"))
            .Select(line => ((byte[])[.. line.Item1.Bytes, .. Encoding.UTF8.GetBytes(line.Item2)], line.Item1.Frame))
            .ListOf().Select(lines => Unambiguous([.. lines]));

    /// <summary>Any bytes of a small alphabet in which everything that means something is frequent.</summary>
    public static Gen<byte[]> Bytes =>
        Gen.Elements("a\n\r\n\0\u00c3\u00a9\u00ff".Select(code => (byte)code)).ListOf().Select(bytes => bytes.ToArray());

    private static Gen<(byte[] Bytes, Frame Frame)> Message => Gen.Frequency(
        (6, Text.Select(text => (Encoding.UTF8.GetBytes(text), Frame.Message(text)))),
        (1, Gen.Choose(MaxBytes + 1, 10 * MaxBytes).Select(length => (Enumerable.Repeat((byte)'x', length).ToArray(), Frame.TooLong))),
        (1, Gen.Elements(Broken).Select(bytes => ((byte[])[(byte)'a', .. bytes], Frame.InvalidUtf8))));

    /// <summary>Ends a line by CR LF instead of CR where the next begins with LF (as it is empty) or NUL. Those two would be one line end.</summary>
    public static List<(byte[] Bytes, Frame Frame)> Unambiguous(List<(byte[] Bytes, Frame Frame)> lines)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Bytes[^1] == '\r' && lines[i + 1].Bytes[0] is (byte)'\n' or 0)
                lines[i] = ([.. lines[i].Bytes, (byte)'\n'], lines[i].Frame);
        }

        return lines;
    }
}
