namespace ActorChat.Benchmarks.History;

/// <summary>
/// Words of no language, some with accents. They come as often as those of a language do: the second half as often as the first, and so on.
/// </summary>
/// <param name="random">Chooses them.</param>
internal sealed class Vocabulary(Random random)
{
    private const int Size = 50_000;

    private static readonly string[] Syllables =
        [.. from consonant in "bcdfglmnprstv" from vowel in (string[])["a", "e", "i", "o", "u", "á", "ón"] select $"{consonant}{vowel}"];

    private static readonly string[] Words = [.. Enumerable.Range(Syllables.Length, Size).Select(Word)];

    // The sum of 1/n up to each word: a place in it, chosen evenly, is a word by Zipf's law.
    private static readonly double[] Places = [.. PlacesOf(Size)];

    /// <summary>So many words.</summary>
    public IEnumerable<string> Next(int count) => Enumerable.Range(0, count).Select(_ => Next());

    private static string Word(int number) =>
        (number < Syllables.Length ? "" : Word(number / Syllables.Length)) + Syllables[number % Syllables.Length];

    private static IEnumerable<double> PlacesOf(int size)
    {
        var sum = 0.0;
        for (var i = 1; i <= size; i++)
            yield return sum += 1.0 / i;
    }

    private string Next()
    {
        var place = Array.BinarySearch(Places, random.NextDouble() * Places[^1]);
        return Words[Math.Min(place < 0 ? ~place : place, Size - 1)];
    }
}
