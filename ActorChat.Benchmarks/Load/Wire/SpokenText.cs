namespace ActorChat.Benchmarks.Load.Wire;

/// <summary>
/// The texts of one run: <c>~</c>, the run, sender and sequence, time (eight characters each, see <see cref="SixBit"/>), filled up with
/// <c>x</c> to the same length each, <c>$</c>. As all are equally long, a text is found at the end of its line without a search,
/// whatever the server puts before it.
/// </summary>
internal sealed class SpokenText
{
    /// <summary>The shortest text that says everything, in bytes.</summary>
    public const int Shortest = 2 + (3 * SixBit.Length);

    /// <summary>Senders that can be told apart: sixteen bits of them.</summary>
    public const int MostSenders = 1 << 16;

    private const byte First = (byte)'~';
    private const byte Last = (byte)'$';
    private const int RunAt = 1;
    private const int WhoAt = RunAt + SixBit.Length;
    private const int TimeAt = WhoAt + SixBit.Length;

    private readonly byte[] _template;

    /// <param name="length">Of each text, in bytes; at least <see cref="Shortest"/>.</param>
    /// <param name="run">Tells this run's texts from those of an earlier one that are still under way; 48 bits of it.</param>
    public SpokenText(int length, ulong run)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, Shortest);
        _template = new byte[length];
        _template.AsSpan().Fill((byte)'x');
        (_template[0], _template[^1]) = (First, Last);
        SixBit.Write(_template.AsSpan(RunAt), run);
    }

    /// <summary>Bytes of each text.</summary>
    public int Length => _template.Length;

    /// <summary>Writes one into the first <see cref="Length"/> bytes.</summary>
    public void Write(Span<byte> target, Spoken spoken)
    {
        _template.CopyTo(target);
        SixBit.Write(target[WhoAt..], ((ulong)spoken.Sender << 32) | spoken.Sequence);
        SixBit.Write(target[TimeAt..], (ulong)spoken.Time);
    }

    /// <summary>Reads the text at the end of a line (without its line end); false where there is none of this run.</summary>
    public bool TryRead(ReadOnlySpan<byte> line, out Spoken spoken)
    {
        spoken = default;
        if (line.Length < Length || line[^1] != Last)
            return false;
        var text = line[^Length..];
        if (!text[..WhoAt].SequenceEqual(_template.AsSpan(0, WhoAt)))
            return false;
        if (!SixBit.TryRead(text[WhoAt..], out var who) || !SixBit.TryRead(text[TimeAt..], out var time))
            return false;
        spoken = new Spoken((int)(who >> 32), (uint)who, (long)time);
        return true;
    }
}
