using System.Text;

namespace ActorChat.Server.Chat;

/// <summary>
/// A text as it goes onto the wire: UTF-8 in an array of exactly its size, the only allocation, to be shared by all receivers.
/// An unpaired surrogate becomes U+FFFD. The texts hold no line breaks.
/// </summary>
internal static class LineEncoder
{
    private const byte NewLine = (byte)'\n';

    private static ReadOnlySpan<byte> SaidSeparator => ": "u8;

    /// <summary>A line with its final <c>\n</c>.</summary>
    public static byte[] Encode(string text)
    {
        byte[] line = Allocate(Encoding.UTF8.GetByteCount(text) + 1);
        line[Encoding.UTF8.GetBytes(text, line)] = NewLine;
        return line;
    }

    /// <summary>A text without a final <c>\n</c>: a prompt, or an answer to a client that sends no newlines itself.</summary>
    public static byte[] EncodeUnterminated(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The line <c>nickname: text</c> with its final <c>\n</c>, without building it as a string first.</summary>
    public static byte[] EncodeSaid(Nickname by, string text)
    {
        int nameLength = Encoding.UTF8.GetByteCount(by.Value);
        int textStart = nameLength + SaidSeparator.Length;
        byte[] line = Allocate(textStart + Encoding.UTF8.GetByteCount(text) + 1);
        Encoding.UTF8.GetBytes(by.Value, line);
        SaidSeparator.CopyTo(line.AsSpan(nameLength));
        Encoding.UTF8.GetBytes(text, line.AsSpan(textStart));
        line[^1] = NewLine;
        return line;
    }

    private static byte[] Allocate(int length) => GC.AllocateUninitializedArray<byte>(length);
}
