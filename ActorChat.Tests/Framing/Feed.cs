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

    /// <summary>Reads after each piece of these sizes, used over again when they are too few; then half-closes and reads the rest.</summary>
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

    /// <summary>The frames of bytes, given by their code points, that are the same byte by byte and all at once.</summary>
    public static List<Frame> InAnyPieces(Func<LineDecoder> create, string latin1)
    {
        var bytes = Encoding.Latin1.GetBytes(latin1);
        var frames = InPieces(create(), bytes, [1]);
        Assert.Equal(frames, InPieces(create(), bytes, [int.MaxValue]));
        return frames;
    }

    /// <summary>A decoder that knows its peer, "ana", to be a client that ends no lines.</summary>
    public static LineDecoder ChunkClient(int maxBytes)
    {
        var framer = new LineDecoder(maxBytes);
        framer.Append("ana"u8);
        framer.EndQuietPeriod();
        Assert.Equal([Frame.Message("ana")], Drain(framer));
        return framer;
    }
}
