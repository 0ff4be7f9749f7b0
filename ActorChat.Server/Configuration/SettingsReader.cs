using System.Globalization;
using Akka.Configuration;

namespace ActorChat.Server.Configuration;

/// <summary>
/// Takes checked values out of settings whose keys are known to be right, and keeps the first mistake. A getter whose value
/// is wrong gives something usable: there is nothing to be done with it, as the mistake will be told.
/// </summary>
internal sealed class SettingsReader(Config config, Func<string, SettingsError, SettingsError> locate)
{
    /// <summary>The first mistake; null when there is none (so far).</summary>
    public SettingsError? Error { get; private set; }

    /// <summary>Any text but none, without NUL, which no name in the system may have.</summary>
    public string Name(string key) => Text(key, text => !string.IsNullOrWhiteSpace(text) && !text.Contains('\0'), texts => texts.ExpectedText);

    /// <summary>An address or the name of one.</summary>
    public string Host(string key) => Text(key, IsHost, texts => texts.ExpectedAddress);

    /// <summary>An address or the name of one, or a list of them.</summary>
    public IReadOnlyList<string> Hosts(string key)
    {
        if (config.GetValue(key) is not { } given || !given.IsArray())
            return [Text(key, IsHost, texts => texts.ExpectedAddresses)];
        var hosts = given.GetArray().Select(host => host.IsString() ? host.GetString() ?? "" : "").ToList();
        if (hosts.Count == 0 || !hosts.TrueForAll(IsHost))
            Fail(key, texts => texts.BadValue(key, Excerpt.Truncate(given), texts.ExpectedAddresses));
        return hosts;
    }

    /// <summary>Any text without NUL; null for the empty one.</summary>
    public string? Optional(string key) => Text(key, text => !text.Contains('\0'), texts => texts.ExpectedText) is { Length: > 0 } text ? text : null;

    /// <summary>An absolute <c>http</c> or <c>https</c> URL; null for the empty text.</summary>
    public Uri? OptionalUrl(string key) =>
        Text(key, text => text.Length == 0 || UrlOf(text) is not null, texts => texts.ExpectedUrl) is { Length: > 0 } text ? UrlOf(text) : null;

    /// <summary>One of a few words, in any case of the letters; as it stands in <paramref name="words"/>.</summary>
    public string OneOf(string key, IReadOnlyList<string> words)
    {
        var given = Text(key, text => words.Contains(text, StringComparer.OrdinalIgnoreCase), texts => texts.ExpectedOneOf(words));
        return words.FirstOrDefault(word => word.Equals(given, StringComparison.OrdinalIgnoreCase)) ?? words[0];
    }

    /// <summary>Checks a list of names of classes: each must be there to be loaded.</summary>
    public void Classes(string key)
    {
        if (config.GetValue(key) is not { } given)
            return;

        // An empty list is neither for Akka.
        if (given.IsString() || (given.IsArray() && given.GetArray().Any(item => !item.IsString() || Type.GetType(item.GetString()) is null)))
            Fail(key, texts => texts.BadValue(key, Excerpt.Truncate(given), texts.ExpectedClasses));
    }

    /// <summary>On or off.</summary>
    public bool Switch(string key) => Value(key, () => config.GetBoolean(key), _ => true, texts => texts.ExpectedSwitch);

    /// <summary>A TCP port, 0 included.</summary>
    public int Port(string key) => Value(key, () => config.GetInt(key), port => port is >= 0 and <= 65535, texts => texts.ExpectedPort);

    /// <summary>A whole number within bounds, both included.</summary>
    public int Integer(string key, int least, int greatest) => Value(
        key, () => config.GetInt(key), number => number >= least && number <= greatest, texts => texts.ExpectedInteger(least, greatest));

    /// <summary>A number of bytes within bounds, both included.</summary>
    public int Size(string key, int least, int greatest) => (int)Value(
        key,
        () => IsHuge(config.GetString(key, "")) ? -1 : config.GetByteSize(key, null) ?? -1,
        bytes => bytes >= least && bytes <= greatest,
        texts => texts.ExpectedSize(InBytes(least), InBytes(greatest)));

    /// <summary>A duration within bounds, both included.</summary>
    public TimeSpan Duration(string key, TimeSpan least, TimeSpan greatest) => Value(
        key,
        () => GetTimeSpan(key),
        duration => duration >= least && duration <= greatest,
        texts => texts.ExpectedDuration(InMilliseconds(least), InMilliseconds(greatest)));

    /// <summary>A duration within bounds, both included; null for <c>off</c> and for zero.</summary>
    public TimeSpan? DurationOrOff(string key, TimeSpan least, TimeSpan greatest) => Value(
        key,
        () => IsOff(config.GetString(key, "")) ? TimeSpan.Zero : GetTimeSpan(key),
        duration => duration == TimeSpan.Zero || (duration >= least && duration <= greatest),
        texts => texts.ExpectedDurationOrOff(InMilliseconds(least), InMilliseconds(greatest))) is { Ticks: > 0 } duration ? duration : null;

    /// <summary>Keeps a mistake that no single value shows, unless there is an earlier one.</summary>
    public void Fail(SettingsError error) => Error ??= error;

    /// <summary>Keeps a mistake in the value of a key.</summary>
    public void Fail(string key, SettingsError error) => Fail(locate(key, error));

    /// <summary>Whether a text can be an address or the name of one.</summary>
    public static bool IsHost(string text) => text.Length > 0 && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));

    // Port 0 is none to connect to; a name and a password would not be sent, but shown; what follows a question mark or a hash would be lost when the path is added.
    private static Uri? UrlOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url is { Scheme: "http" or "https", Host.Length: > 0, Port: > 0, UserInfo: "", Query: "", Fragment: "" } ? url : null;

    // Akka multiplies beyond the end of the numbers: 17179869185GiB would be 1GiB.
    private static bool IsHuge(string text) => text.Length > 0 && (text.Count(char.IsAsciiDigit) > 10 || text.TrimStart("+-0123456789 ".ToCharArray()) is ['E' or 'e' or 'P' or 'p' or 'T' or 't', ..]);

    // Akka takes a comma for one between thousands, and 1,5 for fifteen.
    private TimeSpan GetTimeSpan(string key) => config.GetString(key, "").Contains(',')
        ? throw new FormatException("A comma in a duration.")
        : config.GetTimeSpan(key, null, allowInfinite: false);

    private static bool IsOff(string text) => text.Equals("off", StringComparison.OrdinalIgnoreCase);

    private static string InBytes(int bytes) => bytes switch
    {
        >= 1 << 20 when bytes % (1 << 20) == 0 => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20}MiB"),
        >= 1 << 10 when bytes % (1 << 10) == 0 => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 10}KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes}B"),
    };

    private static string InMilliseconds(TimeSpan duration) => duration.TotalMilliseconds % 1000 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds}s")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds}ms");

    private string Text(string key, Func<string, bool> fits, Func<Resources.Texts, string> expected) =>
        Value(key, () => config.GetString(key, ""), text => fits(text!), expected) ?? "";

    private T? Value<T>(string key, Func<T?> read, Func<T?, bool> fits, Func<Resources.Texts, string> expected)
    {
        var given = config.GetValue(key);
        try
        {
            // The getters give their default for a null, as if the key were not there.
            if (given?.IsString() == true && given.GetString() is not null && read() is var value && fits(value))
                return value;
        }
        catch (Exception unfit) when (unfit is ConfigurationException or FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            // What Akka throws for a value of the wrong kind: the error below says it better.
        }

        var shown = given is null ? "" : Secret.Redact(key, Excerpt.Truncate(given));
        Fail(key, texts => texts.BadValue(key, shown, expected(texts)));
        return default;
    }
}
