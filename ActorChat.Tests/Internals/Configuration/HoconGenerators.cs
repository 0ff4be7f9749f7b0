using Akka.Configuration.Hocon;
using FsCheck;
using FsCheck.Fluent;

namespace ActorChat.Tests.Internals.Configuration;

/// <summary>Random trees of values, and random texts that look like HOCON.</summary>
internal static class HoconGenerators
{
    private static readonly string[] Words =
    [
        "", "a", "a.b", "null", "true", "include", "a b", " a ", "a//b", "#", "${a}", "\"", "\"\"\"", "\\",
        "\n", "\r\n", "\t", "\0", "1.50", "-", "+", "+=",
        "ñandú", "\ud83d\ude00", "\ud83d", "\ufeff", "{", "}", "[", "]", ",", "=", ":", "10 s", "C:\\x",
    ];

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ",", "=", ":", "+=", "+", "a", "b", "c", ".", " ", "\n", "\"", "\"\"\"", "\"x\"",
        "\\", "\\n", "\\u00", "#", "//", "/", "null", "1",
        "${", "${?", "${a}", "${?b}", "${a.b}", "${c}", "$", "include ", "include \"a\"", "file(", "required(", ")",
        "\t", "\r", "\0", "é", "\ud83d", "a = ", "b {", "c += ",
    ];

    /// <summary>Objects with values of every kind in them, at several depths.</summary>
    public static Arbitrary<HoconObject> Objects => ObjectOf(4).ToArbitrary();

    /// <summary>Texts made of the signs of HOCON in any order.</summary>
    public static Arbitrary<string> Garbage => Gen.Elements(Fragments).ListOf().Select(string.Concat).ToArbitrary();

    private static Gen<string> Text =>
        Gen.OneOf(Gen.Elements(Words), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get));

    private static Gen<HoconObject> ObjectOf(int depth) =>
        Text.Zip(ValueOf(depth - 1), KeyValuePair.Create).ListUpTo(5).Select(items => new HoconObject(items));

    private static Gen<HoconValue> ValueOf(int depth)
    {
        var literal = Gen.Frequency((9, Text.Select(text => (string?)text)), (1, Gen.Constant<string?>(null)))
            .Select(text => new HoconValue(new HoconLiteral(text)));
        if (depth <= 0) return literal;
        return Gen.Frequency(
            (4, literal),
            (1, ValueOf(depth - 1).ListUpTo(4).Select(items => new HoconValue(new HoconArray(items)))),
            (2, ObjectOf(depth).Select(keys => new HoconValue(keys))));
    }

    private static Gen<List<T>> ListUpTo<T>(this Gen<T> item, int longest) =>
        Gen.Choose(0, longest).SelectMany(length => item.ListOf(length)).Select(items => items.ToList());
}
