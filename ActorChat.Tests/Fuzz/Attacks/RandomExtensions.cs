namespace ActorChat.Tests.Fuzz.Attacks;

/// <summary>Choices.</summary>
internal static class RandomExtensions
{
    /// <summary>True once in so many times.</summary>
    public static bool OnceIn(this Random random, int times) => random.Next(times) == 0;

    /// <summary>One of them.</summary>
    public static T Of<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>One of them, each as often as its weight says.</summary>
    public static T Weighted<T>(this Random random, IReadOnlyList<(int Weight, T Choice)> choices)
    {
        var ticket = random.Next(choices.Sum(choice => choice.Weight));
        foreach (var (weight, choice) in choices)
        {
            if ((ticket -= weight) < 0)
                return choice;
        }

        throw new InvalidOperationException("No choice has any weight.");
    }

    /// <summary>Random bytes.</summary>
    public static byte[] Bytes(this Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
