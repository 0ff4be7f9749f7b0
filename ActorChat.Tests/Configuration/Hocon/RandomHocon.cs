namespace ActorChat.Tests.Configuration.Hocon;

/// <summary>Texts that are HOCON, or were until something was put in, left out or doubled.</summary>
internal static class RandomHocon
{
    private static readonly string[] Keys = ["a", "b", "c", "d", "\"e f\"", "/g", "include", "a.b", "c.d"];
    private static readonly string[] Words = ["1", "on", "null", "text", "10ms", "\"x\"", "\"\"", "\"{ # }\"", "\"\"\"y\nz\"\"\"", "\"\\u0041\\n.\"", "${a}", "${b}", "${c.d}", "${a.b}"];
    private static readonly string[] Ends = ["\n", "\n", ", ", "\n\n", " # comment }\n", "\r\n", " "];
    private static readonly string[] Slips =
        ["{", "}", "[", "]", "\"", "\"\"\"", ",", "=", ":", ".", "+=", "${", "${?a}", "${a", "#", "//", "\\", "\n", " ", "\r", "\0", "\u00a0", "\uFEFF", "$", "&", "include \"f\"", "ñ", "😀"];

    public static Arbitrary<string> Arbitrary { get; } = Gen.Choose(0, int.MaxValue).Select(seed => Write(new Random(seed))).ToArbitrary();

    private static string Write(Random random)
    {
        var pieces = new List<string>();
        Members(pieces, random, depth: 0);
        for (var slips = random.Next(4) - 1; slips > 0; slips--)
            Slip(pieces, random);
        return string.Concat(pieces);
    }

    private static void Slip(List<string> pieces, Random random)
    {
        var at = random.Next(pieces.Count + 1);
        if (at == pieces.Count || random.Next(2) == 0)
            pieces.Insert(at, Any(Slips, random));
        else if (random.Next(2) == 0)
            pieces.RemoveAt(at);
        else
            pieces.Insert(at, pieces[at]);
    }

    private static void Members(List<string> pieces, Random random, int depth)
    {
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            if (random.Next(20) == 0)
                pieces.Add("include \"f\"");
            else
                Member(pieces, random, depth);
            pieces.Add(Any(Ends, random));
        }
    }

    private static void Member(List<string> pieces, Random random, int depth)
    {
        pieces.Add(Any(Keys, random));
        pieces.Add(random.Next(4) == 0 ? " { " : Any([" = ", "=", " : "], random));
        if (pieces[^1] != " { ")
        {
            Value(pieces, random, depth);
            return;
        }

        Members(pieces, random, depth + 1);
        pieces.Add("}");
    }

    private static void Value(List<string> pieces, Random random, int depth)
    {
        switch (depth > 4 ? 9 : random.Next(10))
        {
            case 0:
                pieces.Add("{");
                Members(pieces, random, depth + 1);
                pieces.Add("}");
                break;
            case 1:
                pieces.Add("[");
                for (var count = random.Next(4); count > 0; count--)
                {
                    Value(pieces, random, depth + 1);
                    pieces.Add(Any([", ", ",", "\n"], random));
                }

                pieces.Add("]");
                break;
            case 2:
                pieces.AddRange([Any(Words, random), Any(["", " "], random), Any(Words, random)]);
                break;
            default:
                pieces.Add(Any(Words, random));
                break;
        }
    }

    private static string Any(string[] choices, Random random) => choices[random.Next(choices.Length)];
}
