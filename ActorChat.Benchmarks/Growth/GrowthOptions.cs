using System.Globalization;

namespace ActorChat.Benchmarks.Growth;

/// <summary>What <c>growth</c> can be told.</summary>
/// <param name="Folder">Where the table and the plots are written; made where it is not there.</param>
/// <param name="Database">Where the databases are made, on the disk to be measured; must exist.</param>
/// <param name="Seconds">What is measured at each point.</param>
/// <param name="Most">The most members and connections; points beyond are left out.</param>
/// <param name="Reference">The bare loop to be measured as well: the program made of reference/broadcast.cpp. Null: ours alone.</param>
internal sealed record GrowthOptions(string Folder, string Database, double Seconds, int Most, string? Reference)
{
    /// <summary>The words for whoever mistypes.</summary>
    public const string Usage = "growth [--folder docs/performance] [--database FOLDER] [--seconds N] [--most N] [--reference PROGRAM]";

    /// <summary>The options after <c>growth</c>; null where they cannot be understood.</summary>
    public static GrowthOptions? Parse(ReadOnlySpan<string> arguments) => OptionPairs.Fold(
        new GrowthOptions(Path.Combine("docs", "performance"), Path.GetTempPath(), Seconds: 5, Most: 10_000, Reference: null),
        arguments,
        static (options, name, value) => options.With(name, value));

    private GrowthOptions? With(string name, string value) => name switch
    {
        "--folder" when value.Length > 0 => this with { Folder = value },
        "--database" when Directory.Exists(value) => this with { Database = value },
        "--reference" when File.Exists(value) => this with { Reference = Path.GetFullPath(value) },
        "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.5 and <= 600 =>
            this with { Seconds = seconds },
        "--most" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most >= 10 => this with { Most = most },
        _ => null,
    };
}
