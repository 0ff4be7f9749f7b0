namespace ActorChat.Benchmarks;

/// <summary>Options as the command line has them: each a name and a value behind it.</summary>
internal static class OptionPairs
{
    /// <summary>Applies each pair to <paramref name="options"/>; null where one cannot be understood.</summary>
    public static T? Fold<T>(T options, ReadOnlySpan<string> arguments, Func<T, string, string, T?> with)
        where T : class
    {
        for (; !arguments.IsEmpty; arguments = arguments[2..])
        {
            if (arguments.Length < 2 || with(options, arguments[0], arguments[1]) is not { } changed)
                return null;
            options = changed;
        }

        return options;
    }
}
