using System.Globalization;

namespace ActorChat.Benchmarks.Durable;

/// <summary>What <c>durable</c> can be told.</summary>
/// <param name="Folder">Where the databases are made, on the disk to be measured; must exist.</param>
/// <param name="Seconds">The length of one slice: of a loop, or of the actor under one number of senders.</param>
/// <param name="Rounds">How often each pair of slices is run and counted; one more at the start warms up.</param>
internal sealed record DurableOptions(string Folder, double Seconds, int Rounds)
{
    /// <summary>The words for whoever mistypes.</summary>
    public const string Usage = "durable [--folder PATH] [--seconds N] [--rounds N]";

    /// <summary>The options after <c>durable</c>; null where they cannot be understood.</summary>
    public static DurableOptions? Parse(ReadOnlySpan<string> arguments) => OptionPairs.Fold(
        new DurableOptions(Path.GetTempPath(), Seconds: 0.5, Rounds: 10),
        arguments,
        static (options, name, value) => options.With(name, value));

    private DurableOptions? With(string name, string value) => name switch
    {
        "--folder" when Directory.Exists(value) => this with { Folder = value },
        "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.1 and <= 600 =>
            this with { Seconds = seconds },
        "--rounds" when int.TryParse(value, CultureInfo.InvariantCulture, out var rounds) && rounds is >= 1 and <= 1000 =>
            this with { Rounds = rounds },
        _ => null,
    };
}
