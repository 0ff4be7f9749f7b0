namespace ActorChat.Tests.Fuzz.Attacks;

/// <summary>Sessions that keep to the protocol, with parameters that nobody has in mind who writes a protocol down.</summary>
internal static class HostileGrammar
{
    // Letters of other scripts that look like Latin ones.
    private static readonly Dictionary<char, char> LookAlikes = new() { ['a'] = 'а', ['c'] = 'с', ['e'] = 'е', ['o'] = 'о', ['b'] = 'Ь', ['t'] = 'т' };

    /// <summary>The name with every letter of another script that stands in the place of a Latin one put back.</summary>
    public static string InLatin(string name) =>
        string.Concat(name.Select(letter => LookAlikes.FirstOrDefault(pair => pair.Value == letter) is { Value: not '\0' } found ? found.Key : letter));

    private static readonly string[] Reserved = ["Error", "Nickname", "control-ana", "CONTROL-BETO", "control-ana\0", "ｃontrol-ana", "privado", "*", "[privado]"];

    private static readonly (int, string)[] LineEnds = [(50, "\n"), (25, "\r\n"), (5, "\r"), (5, "\r\0"), (3, "\n\n"), (2, "\0\n"), (10, "")];

    private static readonly string[] Verbs = ["/listar", "/list", "/username", "/hora", "/ayuda", "/salir", "/QUIT", "/nada", "/LiStAr", "/\u0000listar", "/historial", "/cliente numeros"];

    private static readonly (int, Func<Random, string>)[] Commands =
    [
        (30, random => Filler(random)),
        (15, random => $"{Filler(random)}{HostileTexts.Text(random)}{Filler(random)}"),
        (20, random => random.Of(Verbs)),
        (5, random => random.Of(Verbs) + HostileTexts.Text(random)),
        (15, random => $"#{Nickname(random, random.Next(1000))} {HostileTexts.Text(random)}"),
        (5, random => $"#{HostileTexts.Text(random)} {Filler(random)}"),
        (5, random => "//" + HostileTexts.Text(random)),
        (3, random => new string('x', random.Next(1000, 1050))),
        (2, random => string.Concat(Enumerable.Repeat("😀", random.Next(240, 270)))),
    ];

    /// <summary>A chat session: nicknames until one might do, then commands; one element for each line.</summary>
    /// <param name="number">Of the connection: makes its nickname its own.</param>
    /// <param name="random">What to choose by.</param>
    public static IReadOnlyList<byte[]> Chat(int number, Random random)
    {
        var end = random.Weighted(LineEnds);
        var names = Enumerable.Range(0, random.Weighted([(70, 0), (25, 1), (5, 6)])).Select(_ => Nickname(random, number)).Append(Own(number));
        var commands = Enumerable.Range(0, random.Next(12)).Select(_ => random.Weighted(Commands)(random));
        return [.. names.Concat(commands).Select(line => Encoding.UTF8.GetBytes(line + end))];
    }

    /// <summary>A session of the confirmation port, with a mark at its beginning that is its own.</summary>
    public static IReadOnlyList<byte[]> Confirmation(int number, Random random) =>
        [Encoding.UTF8.GetBytes($"{Mark(number)}{HostileTexts.Text(random)}{Filler(random)}{random.Weighted(LineEnds)}")];

    /// <summary>
    /// What a message of the connection begins with on the confirmation port. It ends with what is no digit: of another connection's
    /// message only the beginning may arrive, and the first digits of 17,180 are 1,718.
    /// </summary>
    public static string Mark(int number) => $"fz{number}. ";

    private static string Own(int number) => $"f{number}";

    private static string Nickname(Random random, int number) => random.Next(6) switch
    {
        0 => random.Of(Reserved),
        1 => LookAlike(random.OnceIn(2) ? "control-ana" : "control-beto", random),
        2 => HostileTexts.Text(random),
        3 => Own(number) + HostileTexts.Text(random),
        4 => new string('a', random.Next(30, 40)),
        _ => random.OnceIn(2) ? "control-ana" : "control-beto",
    };

    private static string LookAlike(string name, Random random) =>
        string.Concat(name.Select(letter => random.OnceIn(3) && LookAlikes.TryGetValue(letter, out var other) ? other : letter));

    private static string Filler(Random random) => new((char)random.Next('a', 'z' + 1), random.Next(1, 30));
}
