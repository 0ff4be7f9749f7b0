using System.Globalization;

namespace ActorChat.Benchmarks.History;

/// <summary>What <c>history</c> can be told.</summary>
/// <param name="Folder">Where the database is made, on the disk to be measured; must exist. One that is there is used again.</param>
/// <param name="Messages">How many messages it has.</param>
/// <param name="Seconds">What is measured of each kind of question.</param>
/// <param name="Rate">The messages a second that the talking room gets meanwhile.</param>
internal sealed record HistoryOptions(string Folder, int Messages, double Seconds, double Rate)
{
    /// <summary>The words for whoever mistypes.</summary>
    public const string Usage = "history [--folder FOLDER] [--messages N] [--seconds N] [--rate N]";

    /// <summary>The options after <c>history</c>; null where they cannot be understood.</summary>
    public static HistoryOptions? Parse(ReadOnlySpan<string> arguments) => OptionPairs.Fold(
        new HistoryOptions(Path.GetTempPath(), Messages: 10_000_000, Seconds: 10, Rate: 50),
        arguments,
        static (options, name, value) => options.With(name, value));

    private HistoryOptions? With(string name, string value) => name switch
    {
        "--folder" when Directory.Exists(value) => this with { Folder = Path.GetFullPath(value) },
        "--messages" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var messages) && messages >= 1000 =>
            this with { Messages = messages },
        "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.5 and <= 600 =>
            this with { Seconds = seconds },
        "--rate" when double.TryParse(value, CultureInfo.InvariantCulture, out var rate) && rate is >= 1 and <= 1e6 => this with { Rate = rate },
        _ => null,
    };
}
