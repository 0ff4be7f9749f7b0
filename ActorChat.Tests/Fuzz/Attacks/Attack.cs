namespace ActorChat.Tests.Fuzz.Attacks;

/// <summary>What one hostile client does. The same for the same seed and number.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Recipe">Where its bytes come from.</param>
/// <param name="IsChat">Whether it goes to the chat port, else to the confirmation port.</param>
/// <param name="Writes">What it writes, each with the pause before it.</param>
/// <param name="Ending">How it ends.</param>
internal sealed record Attack(int Number, string Recipe, bool IsChat, IReadOnlyList<(byte[] Bytes, TimeSpan Pause)> Writes, Ending Ending)
{
    private const int MostShown = 200;

    /// <summary>How many bytes it sends if it gets to its end.</summary>
    public long Length => Writes.Sum(write => (long)write.Bytes.Length);

    /// <summary>Where it ends if it ends in the middle: the number of writes.</summary>
    public int Middle => Number % (Writes.Count + 1);

    /// <summary>Everything that is needed to do it again by hand: the bytes as a C# string of Latin-1, one a write.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"#{Number} ({Recipe}, {(IsChat ? "chat" : "confirmation")}, {Ending}, {Length} bytes in {Writes.Count} writes):");
        foreach (var (bytes, pause) in Writes)
        {
            if (text.Length > MostShown)
                return text.Append(" …").ToString();
            if (pause > TimeSpan.Zero)
                text.Append(CultureInfo.InvariantCulture, $" [{pause.TotalMilliseconds} ms]");
            text.Append(" \"");
            foreach (var one in bytes.AsSpan(0, Math.Min(bytes.Length, MostShown)))
                text.Append(one is >= 0x20 and < 0x7F and not ((byte)'"' or (byte)'\\') ? ((char)one).ToString() : $"\\u00{one:x2}");
            text.Append(bytes.Length > MostShown ? "…\"" : "\"");
        }

        return text.ToString();
    }
}
