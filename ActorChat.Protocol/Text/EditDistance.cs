namespace ActorChat.Protocol.Text;

/// <summary>How many slips of the keyboard lie between two words: a letter left out, added, changed, or two swapped.</summary>
internal static class EditDistance
{
    /// <summary>The distance (Damerau and Levenshtein, no place touched twice), whatever the case of the letters.</summary>
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
