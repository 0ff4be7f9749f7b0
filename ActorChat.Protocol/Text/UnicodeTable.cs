using System.Globalization;
using System.Reflection;

namespace ActorChat.Protocol.Text;

/// <summary>Reads the tables that <c>confusables.py</c> made from the Unicode data files.</summary>
internal static class UnicodeTable
{
    private const char Comment = '#';

    /// <summary>The rows of an embedded table: the head before the colon, and the words behind it.</summary>
    public static IEnumerable<(string Head, string[] Words)> Read(string name)
    {
        using var table = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var reader = new StreamReader(table);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith(Comment) && line.Split(':') is [var head, var words])
                yield return (head, words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    public static int ParseCodePoint(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
