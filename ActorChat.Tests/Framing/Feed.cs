using ActorChat.Server.Framing;

namespace ActorChat.Tests.Framing;

/// <summary>Feeds bytes to a framer in pieces and collects what comes out.</summary>
internal static class Feed
{
    /// <summary>All frames that can be read now.</summary>
    public static List<Frame> Drain(LineDecoder framer)
    {
        List<Frame> frames = [];
        while (framer.TryRead(out var frame))
            frames.Add(frame);

        return frames;
    }

    /// <summary>Appends one block and reads all frames.</summary>
    public static List<Frame> Block(LineDecoder framer, ReadOnlySpan<byte> block)
    {
        framer.Append(block);
        return Drain(framer);
    }

    /// <summary>
    /// Appends the bytes in pieces of the given sizes (over again when they are too few) and reads after each piece, then
    /// half-closes and reads the rest.
    /// </summary>
    public static List<Frame> InPieces(LineDecoder framer, byte[] bytes, IReadOnlyList<int> sizes)
    {
        List<Frame> frames = [];
        var at = 0;
        for (var piece = 0; at < bytes.Length; piece++)
        {
            var size = Math.Min(sizes[piece % sizes.Count], bytes.Length - at);
            frames.AddRange(Block(framer, bytes.AsSpan(at, size)));
            at += size;
        }

        framer.EndInput();
        frames.AddRange(Drain(framer));
        return frames;
    }
}
