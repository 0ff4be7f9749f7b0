namespace ActorChat.Client.Confirmation;

/// <summary>The word that ends a confirmation session: <c>éxito</c>.</summary>
internal static class EndKeyword
{
    private const string WithoutAccent = "exito";
    private const string Composed = "\u00E9xito";
    private const string Decomposed = "e\u0301xito";

    // Spelled out rather than normalised and stripped, which would also accept èxito or ëxito, and needs culture data (ICU).
    private static readonly string[] Spellings = [WithoutAccent, Composed, Decomposed];

    /// <summary>
    /// Whether <paramref name="line"/> is the word and nothing else: any case, with or without the accent, in either Unicode form,
    /// with or without space around it.
    /// </summary>
    public static bool Matches(string line)
    {
        var word = line.Trim();
        return Array.Exists(Spellings, spelling => word.Equals(spelling, StringComparison.OrdinalIgnoreCase));
    }
}
