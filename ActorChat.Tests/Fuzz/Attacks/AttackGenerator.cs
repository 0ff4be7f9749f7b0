namespace ActorChat.Tests.Fuzz.Attacks;

/// <summary>Makes hostile clients, each from the seed and its own number alone: any one of them can be had again without the others.</summary>
/// <param name="seed">The seed.</param>
internal sealed class AttackGenerator(int seed)
{
    /// <summary>The recipe of messages for the confirmation port that nobody else sends: <see cref="HostileGrammar.Mark"/>.</summary>
    public const string MarkedRecipe = "hostile confirmation";

    private const int LongestByteByByte = 400;

    private static readonly (int, Ending)[] Endings =
    [
        (40, Ending.HalfClose), (12, Ending.Close), (12, Ending.Reset), (20, Ending.ResetAfterAnswer), (6, Ending.CloseMidway),
        (9, Ending.ResetMidway), (1, Ending.Deaf),
    ];

    // As long as the quiet period, and a little less and more; none, mostly.
    private static readonly (int, int)[] Pauses = [(60, 0), (20, 1), (10, 9), (10, 10), (10, 11), (5, 25)];

    /// <summary>The client with this number.</summary>
    public Attack Create(int number)
    {
        // Near seeds give unlike sequences only when their bits are mixed.
        var random = new Random(unchecked((int)((((uint)seed * 0x9E3779B1u) ^ (uint)number) * 0x85EBCA6Bu)));
        var (recipe, isChat, writes) = random.Weighted<Func<int, Random, (string, bool, IReadOnlyList<byte[]>)>>(
            [(5, Nothing), (8, Faithful), (40, Mutated), (10, Spliced), (27, Structured), (6, Noise), (1, Answerless)])(number, random);

        // A session may lose its way.
        isChat ^= random.OnceIn(20);
        return new Attack(number, recipe, isChat, Pace(Cut(writes, random), random), random.Weighted(Endings));
    }

    private static (string, bool, IReadOnlyList<byte[]>) Nothing(int number, Random random) => ("nothing", random.OnceIn(2), []);

    private static (string, bool, IReadOnlyList<byte[]>) Faithful(int number, Random random)
    {
        var session = random.Of(RecordedSessions.All);
        return (session.Name, session.IsChat, session.Writes);
    }

    private static (string, bool, IReadOnlyList<byte[]>) Mutated(int number, Random random)
    {
        var session = random.Of(RecordedSessions.All);
        var which = random.Next(session.Writes.Count);
        return random.OnceIn(2)
            ? ("mutated " + session.Name, session.IsChat, [Mutator.Mutate(Whole(session), random)])
            : ("mutated " + session.Name, session.IsChat, [.. session.Writes.Select((write, i) => i == which ? Mutator.Mutate(write, random) : write)]);
    }

    private static (string, bool, IReadOnlyList<byte[]>) Spliced(int number, Random random)
    {
        var (first, second) = (random.Of(RecordedSessions.All), random.Of(RecordedSessions.All));
        return ($"{first.Name} + {second.Name}", first.IsChat, [Mutator.Splice(Whole(first), Whole(second), random)]);
    }

    private static (string, bool, IReadOnlyList<byte[]>) Structured(int number, Random random) => random.OnceIn(3)
        ? (MarkedRecipe, false, HostileGrammar.Confirmation(number, random))
        : ("hostile chat", true, HostileGrammar.Chat(number, random));

    private static (string, bool, IReadOnlyList<byte[]>) Noise(int number, Random random) => ("noise", random.OnceIn(2), [Mutator.Noise(random)]);

    // Asks for far more than it could be sent while it does not read.
    private static (string, bool, IReadOnlyList<byte[]>) Answerless(int number, Random random) =>
        ("many questions", true, [.. Enumerable.Repeat("/ayuda\n"u8.ToArray(), random.Next(1, 40)).Select(line => Repeat(line, 100)).Prepend("preguntón\n"u8.ToArray())]);

    private static IReadOnlyList<byte[]> Cut(IReadOnlyList<byte[]> writes, Random random)
    {
        var bytes = Whole(writes);
        return random.Next(100) switch
        {
            < 35 => writes,
            < 65 => bytes.Length == 0 ? [] : [bytes],
            < 75 when bytes.Length <= LongestByteByByte => [.. bytes.Select(one => new[] { one })],
            _ => Pieces(bytes, random),
        };
    }

    private static List<byte[]> Pieces(byte[] bytes, Random random)
    {
        var pieces = new List<byte[]>();
        var longest = Math.Max(1, bytes.Length / random.Next(1, 20));
        for (var at = 0; at < bytes.Length; at += pieces[^1].Length)
            pieces.Add(bytes[at..Math.Min(bytes.Length, at + random.Next(1, longest + 1))]);
        return pieces;
    }

    private static IReadOnlyList<(byte[], TimeSpan)> Pace(IReadOnlyList<byte[]> writes, Random random)
    {
        if (random.OnceIn(300))
            return [.. writes.Select((write, number) => (write, TimeSpan.FromMilliseconds(number < 20 ? 50 : 0)))];
        var paused = random.OnceIn(8) ? random.Next(writes.Count + 1) : -1;
        return [.. writes.Select((write, number) => (write, TimeSpan.FromMilliseconds(number == paused || number == paused + 1 ? random.Weighted(Pauses) : 0)))];
    }

    private static byte[] Repeat(byte[] line, int times) => [.. Enumerable.Repeat(line, times).SelectMany(bytes => bytes)];

    private static byte[] Whole(Session session) => Whole(session.Writes);

    private static byte[] Whole(IReadOnlyList<byte[]> writes)
    {
        var whole = new byte[writes.Sum(write => write.Length)];
        var end = 0;
        foreach (var write in writes)
        {
            write.CopyTo(whole, end);
            end += write.Length;
        }

        return whole;
    }
}
