using System.Globalization;
using System.Text;

namespace ActorChat.Server.Dialects.Lines;

/// <summary>
/// Encodes texts as UTF-8 in an array of exact size, the only allocation, shared by all receivers. Expects no line breaks. An unpaired
/// surrogate becomes U+FFFD.
/// </summary>
internal static class LineEncoder
{
    private const byte NewLine = (byte)'\n';

    private static ReadOnlySpan<byte> PostedSeparator => ": "u8;

    /// <summary>Encodes a line with its final <c>\n</c>.</summary>
    public static byte[] Encode(string text)
    {
        var line = Allocate(Encoding.UTF8.GetByteCount(text) + 1);
        line[Encoding.UTF8.GetBytes(text, line)] = NewLine;
        return line;
    }

    /// <summary>Encodes a prompt, or an answer to a client that sends no newlines itself.</summary>
    public static byte[] EncodeUnterminated(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Encodes the line <c>author: text</c> without an intermediate string.</summary>
    public static byte[] EncodePosted(string author, string text)
    {
        var nameLength = Encoding.UTF8.GetByteCount(author);
        var textStart = nameLength + PostedSeparator.Length;
        var line = Allocate(textStart + Encoding.UTF8.GetByteCount(text) + 1);
        Encoding.UTF8.GetBytes(author, line);
        PostedSeparator.CopyTo(line.AsSpan(nameLength));
        Encoding.UTF8.GetBytes(text, line.AsSpan(textStart));
        line[^1] = NewLine;
        return line;
    }

    private static byte[] Allocate(int length) => GC.AllocateUninitializedArray<byte>(length);
}

/// <summary>Times in lines.</summary>
internal static class LineTime
{
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Converts Unix ms. What another program may have put into the table, and is no time, becomes the nearest one.</summary>
    public static DateTimeOffset Of(long instant) => DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(instant, 0, Latest));

    /// <summary>A time for people: <c>2026-11-27 14:03</c>, or <c>2026-11-27 14:03:25</c>.</summary>
    public static string Format(long instant, TimeZoneInfo zone, bool hasSeconds = false) => TimeZoneInfo.ConvertTime(Of(instant), zone)
        .ToString(hasSeconds ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A time for programs: <c>2026-11-27T13:03:00.000Z</c>.</summary>
    public static string FormatExact(long instant) => Of(instant).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
