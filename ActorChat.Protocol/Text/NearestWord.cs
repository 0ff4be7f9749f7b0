namespace ActorChat.Protocol.Text;

/// <summary>Guesses which word was meant by one that does not exist.</summary>
internal static class NearestWord
{
    // Nobody mistypes more, and comparing takes its time.
    private const int LongestGuessed = 80;

    // With more slips the guess would be a word that only happens to be as long.
    private const int LettersForASlip = 3;

    /// <summary>The word that is spelt nearly so, of equally near ones the first; null when there is none.</summary>
    /// <param name="typed">What was typed. The signs before it (<c>/</c>, <c>--</c>) are not compared: who forgets them is understood.</param>
    /// <param name="words">The words that exist, with their signs.</param>
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
