using System.Buffers;

namespace ActorChat.Server.Framing;

/// <summary>The characters that steer a terminal instead of showing something: C0 (tab included), DEL and C1.</summary>
internal static class ControlCharacters
{
    private static readonly SearchValues<char> All =
        SearchValues.Create([.. Enumerable.Range(char.MinValue, 0xA0).Select(static code => (char)code).Where(char.IsControl)]);

    /// <summary>The text without its control characters; the same instance when it has none.</summary>
    public static string Remove(string text)
    {
        int first = text.AsSpan().IndexOfAny(All);
        return first < 0 ? text : RemoveFrom(text, first);
    }

    private static string RemoveFrom(string text, int first)
    {
        char[] kept = new char[text.Length - 1];
        text.CopyTo(0, kept, 0, first);
        int count = first;
        foreach (char character in text.AsSpan(first + 1))
        {
            if (!char.IsControl(character))
            {
                kept[count++] = character;
            }
        }

        return new string(kept, 0, count);
    }
}
