using System.Text;
using System.Text.Unicode;

namespace ActorChat.Client.Input;

/// <summary>Whether the bytes of a line are a text that reaches everybody as it was given (docs/protocol.md, "What others see").</summary>
internal static class LineInspection
{
    // Line and paragraph separator: the server removes them too, and the words beside them run together.
    private const char LineSeparator = '\u2028', ParagraphSeparator = '\u2029';

    /// <summary>The line, with its text or with its flaw.</summary>
    /// <param name="bytes">Without the line ending.</param>
    /// <param name="number">Its place in the input.</param>
    public static InputLine Inspect(ReadOnlySpan<byte> bytes, long number)
    {
        if (!Utf8.IsValid(bytes))
            return new InputLine(null, Flaw: new InputFlaw.NotUtf8(), Number: number);

        var text = Encoding.UTF8.GetString(bytes);
        return FlawOf(text) is { } flaw ? new InputLine(null, Flaw: flaw, Number: number) : new InputLine(text, Number: number);
    }

    // Nothing of a blank line can get lost.
    private static InputFlaw.Control? FlawOf(string text)
    {
        var place = string.IsNullOrWhiteSpace(text) ? -1 : IndexOfControl(text);
        return place < 0 ? null : new InputFlaw.Control(text[place]);
    }

    private static int IndexOfControl(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (char.IsControl(text[place]) || text[place] is LineSeparator or ParagraphSeparator)
                return place;
        }

        return -1;
    }
}
