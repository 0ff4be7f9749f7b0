namespace ActorChat.Protocol.Text;

/// <summary>Guesses which known word a mistyped one was meant to be.</summary>
internal static class NearestWord
{
    // Limits the time of comparing.
    private const int LongestGuessed = 80;

    // With more slips the guess would only happen to be as long.
    private const int LettersForASlip = 3;

    /// <summary>The nearest word, of equally near ones the first; null: none is near.</summary>
    /// <param name="typed">The mistyped word. Signs before it (<c>/</c>, <c>--</c>) are not compared: they may be missing.</param>
    /// <param name="words">The known words, with their signs.</param>
    public static string? To(string typed, IEnumerable<string> words)
    {
        var letters = WithoutSigns(typed);
        var slips = letters.Length / LettersForASlip;
        return letters.Length > LongestGuessed || slips == 0 ? null : words
            .Select(word => (Word: word, Distance: EditDistance.Between(letters, WithoutSigns(word))))
            .Where(found => found.Distance <= slips)
            .OrderBy(found => found.Distance)
            .Select(found => found.Word)
            .FirstOrDefault();
    }

    private static string WithoutSigns(string word) => word.TrimStart('/', '-');
}

/// <summary>Counts the typing errors between two words: a letter left out, added, changed, or two swapped.</summary>
internal static class EditDistance
{
    /// <summary>The Damerau–Levenshtein distance (no place touched twice), ignoring case.</summary>
    public static int Between(string one, string other)
    {
        var distances = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
                distances[i, j] = i == 0 || j == 0 ? i + j : Step(distances, one, other, i, j);
        }

        return distances[one.Length, other.Length];
    }

    private static int Step(int[,] distances, string one, string other, int i, int j)
    {
        var change = distances[i - 1, j - 1] + (Same(one[i - 1], other[j - 1]) ? 0 : 1);
        var least = Math.Min(change, 1 + Math.Min(distances[i - 1, j], distances[i, j - 1]));
        var swapped = i > 1 && j > 1 && Same(one[i - 1], other[j - 2]) && Same(one[i - 2], other[j - 1]);
        return swapped ? Math.Min(least, distances[i - 2, j - 2] + 1) : least;
    }

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
