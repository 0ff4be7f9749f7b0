namespace Akka.Configuration.Hocon.Values;

/// <summary>Sizes in bytes: <c>512</c>, <c>512B</c>, <c>4KiB</c> and <c>4k</c> (1024 each), <c>4kB</c> (1000 each), and so on up to exa.</summary>
internal static class ByteSizes
{
    /// <summary>What a reader is told who gave something else.</summary>
    public const string Expected = "a size in bytes, such as 512, 4KiB or 1 MB";

    // Unit names are those of the HOCON specification, and b, which Akka's own configurations use.
    private static readonly Dictionary<string, decimal> Units = new Dictionary<string, decimal>(StringComparer.Ordinal)
        .With(1, "", "B", "b", "byte", "bytes")
        .With(1e3m, "kB", "kilobyte", "kilobytes").With(1L << 10, "K", "k", "Ki", "KiB", "kibibyte", "kibibytes")
        .With(1e6m, "MB", "megabyte", "megabytes").With(1L << 20, "M", "m", "Mi", "MiB", "mebibyte", "mebibytes")
        .With(1e9m, "GB", "gigabyte", "gigabytes").With(1L << 30, "G", "g", "Gi", "GiB", "gibibyte", "gibibytes")
        .With(1e12m, "TB", "terabyte", "terabytes").With(1L << 40, "T", "t", "Ti", "TiB", "tebibyte", "tebibytes")
        .With(1e15m, "PB", "petabyte", "petabytes").With(1L << 50, "P", "p", "Pi", "PiB", "pebibyte", "pebibytes")
        .With(1e18m, "EB", "exabyte", "exabytes").With(1L << 60, "E", "e", "Ei", "EiB", "exbibyte", "exbibytes");

    /// <summary>The number of bytes; null where the text is not a size, is negative, or does not fit a long.</summary>
    public static long? TryParse(string? text) => Measure.TryParse(text, Units);
}
