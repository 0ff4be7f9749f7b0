namespace ActorChat.Client;

/// <summary>Finds what somebody has probably meant to type.</summary>
internal static class Suggestion
{
    // More slips than this in a short word, and it is another word.
    private const int MaxSlips = 2;

    // Beyond this nobody has mistyped a name of ours, and the table of slips would grow for nothing.
    private const int MaxCharacters = 32;

    /// <summary>The nearest of <paramref name="names"/>; null when none is near.</summary>
    public static string? For(string typed, IEnumerable<string> names)
    {
        if (typed.Length > MaxCharacters)
            return null;

        var (nearest, slips) = names.Select(name => (Name: name, Slips: Slips(typed, name))).MinBy(one => one.Slips);
        return slips <= Math.Min(MaxSlips, typed.Length / 3) ? nearest : null;
    }

    // Restricted Damerau-Levenshtein distance: a letter left out, added, changed, or two neighbours swapped.
    private static int Slips(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
                table[i, j] = i is 0 || j is 0 ? i + j : Least(table, one, other, i, j);
        }

        return table[one.Length, other.Length];
    }

    private static int Least(int[,] table, string one, string other, int i, int j)
    {
        var change = table[i - 1, j - 1] + (Same(one[i - 1], other[j - 1]) ? 0 : 1);
        var least = Math.Min(change, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
        var isSwap = i > 1 && j > 1 && Same(one[i - 1], other[j - 2]) && Same(one[i - 2], other[j - 1]);
        return isSwap ? Math.Min(least, table[i - 2, j - 2] + 1) : least;
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
