namespace ActorChat.Tests;

/// <summary>Strings of any UTF-16 code units, unpaired surrogates too, with the characters that mean something made frequent.</summary>
internal static class AnyString
{
    /// <summary>The generator with FsCheck's shrinking of strings.</summary>
    public static Arbitrary<string> Arbitrary { get; } = Arb.From(
        Gen.Frequency(
            (4, Gen.Elements("/#\u0020\t\0\u001b\u009b-_.aZñ\u0301\ud83d\ude00\u2028\ufffe\uffff".ToCharArray())),
            (2, Gen.Elements("listar".ToCharArray())),
            (1, Gen.Choose(0xD800, 0xDFFF).Select(code => (char)code)),
            (2, Gen.Choose(char.MinValue, char.MaxValue).Select(code => (char)code)))
        .ListOf().Select(characters => string.Concat(characters)),
        text => text.Length == 0 ? [] : [text[..^1], text[1..], text[..(text.Length / 2)]]);
}
