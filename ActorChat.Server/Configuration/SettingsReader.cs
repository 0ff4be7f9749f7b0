using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace ActorChat.Server.Configuration;

/// <summary>Reads typed values and keeps the first mistake. Returns placeholders for wrong values, so that reading can go on.</summary>
internal sealed class SettingsReader(Config config, Func<string, SettingsError, SettingsError> locate)
{
    public SettingsError? Error { get; private set; }

    /// <summary>A text that is not blank, without NUL, which no system name may contain.</summary>
    public string Name(string key) => Text(key, text => !string.IsNullOrWhiteSpace(text) && !text.Contains('\0'), texts => texts.ExpectedText);

    public string Host(string key) => Text(key, IsHost, texts => texts.ExpectedAddress);

    /// <summary>One host or a list of them.</summary>
    public IReadOnlyList<string> Hosts(string key)
    {
        if (config.GetValue(key) is not { } given || !given.IsArray())
            return [Text(key, IsHost, texts => texts.ExpectedAddresses)];
        var hosts = given.GetArray().Select(host => host.IsString() ? host.GetString() ?? "" : "").ToList();
        if (hosts.Count == 0 || !hosts.TrueForAll(IsHost))
            Fail(key, texts => texts.BadValue(key, Excerpt.Truncate(given), texts.ExpectedAddresses));
        return hosts;
    }

    /// <summary>One nickname, or a list of them, perhaps empty; as compared.</summary>
    public IReadOnlySet<string> Nicknames(string key)
    {
        var (given, names) = List(key);
        var nicknames = names.Select(name => Nickname.TryParse(name, out var nickname) ? nickname.Casefolded : "").ToFrozenSet();
        if (nicknames.Contains(""))
            Fail(key, texts => texts.BadValue(key, Excerpt.Truncate(given!), texts.ExpectedNicknames));
        return nicknames;
    }

    /// <summary>A list of sites as browsers write them, <c>https://chat.example</c> or with a port; perhaps empty.</summary>
    public IReadOnlySet<string> Origins(string key)
    {
        var (given, sites) = List(key);
        var origins = sites.Select(site => UrlOf(site) is { AbsolutePath: "/" } url ? $"{url.Scheme}://{url.Authority}" : "").ToFrozenSet();
        if (origins.Contains(""))
            Fail(key, texts => texts.BadValue(key, Excerpt.Truncate(given!), texts.ExpectedOrigins));
        return origins;
    }

    /// <summary>A list of networks or single addresses; perhaps empty.</summary>
    public IReadOnlySet<IPNetwork> Networks(string key)
    {
        var (given, masks) = List(key);
        var networks = Array.ConvertAll(masks, NetworkOf);
        if (networks.Contains(null))
            Fail(key, texts => texts.BadValue(key, Excerpt.Truncate(given!), texts.ExpectedNetworks));
        return networks.OfType<IPNetwork>().ToFrozenSet();
    }

    /// <summary>Any text without NUL; null for the empty one.</summary>
    public string? Optional(string key) => Text(key, text => !text.Contains('\0'), texts => texts.ExpectedText) is { Length: > 0 } text ? text : null;

    /// <summary>An absolute <c>http</c> or <c>https</c> URL; null for the empty text.</summary>
    public Uri? OptionalUrl(string key) =>
        Text(key, text => text.Length == 0 || UrlOf(text) is not null, texts => texts.ExpectedUrl) is { Length: > 0 } text ? UrlOf(text) : null;

    /// <summary>One of the words, ignoring case; spelt as in <paramref name="words"/>.</summary>
    public string OneOf(string key, IReadOnlyList<string> words)
    {
        var given = Text(key, text => words.Contains(text, StringComparer.OrdinalIgnoreCase), texts => texts.ExpectedOneOf(words));
        return words.FirstOrDefault(word => word.Equals(given, StringComparison.OrdinalIgnoreCase)) ?? words[0];
    }

    /// <summary>Checks that every class named in a list can be loaded.</summary>
    public void Classes(string key)
    {
        if (config.GetValue(key) is not { } given)
            return;

        // For Akka an empty list is neither a string nor an array.
        if (given.IsString() || (given.IsArray() && given.GetArray().Any(item => !item.IsString() || Type.GetType(item.GetString()) is null)))
            Fail(key, texts => texts.BadValue(key, Excerpt.Truncate(given), texts.ExpectedClasses));
    }

    public bool Switch(string key) => Value(key, () => config.GetBoolean(key), _ => true, texts => texts.ExpectedSwitch);

    public int Port(string key) => Value(key, () => config.GetInt(key), port => port is >= 0 and <= 65535, texts => texts.ExpectedPort);

    /// <summary>A whole number; both bounds are inclusive, here and below.</summary>
    public int Integer(string key, int min, int max) => Value(
        key, () => config.GetInt(key), number => number >= min && number <= max, texts => texts.ExpectedInteger(min, max));

    /// <summary>A number of bytes.</summary>
    public int Size(string key, int min, int max) => (int)Value(
        key,
        () => IsHuge(config.GetString(key, "")) ? -1 : config.GetByteSize(key, null) ?? -1,
        bytes => bytes >= min && bytes <= max,
        texts => texts.ExpectedSize(InBytes(min), InBytes(max)));

    public TimeSpan Duration(string key, TimeSpan min, TimeSpan max) => Value(
        key,
        () => GetTimeSpan(key),
        duration => duration >= min && duration <= max,
        texts => texts.ExpectedDuration(InMilliseconds(min), InMilliseconds(max)));

    /// <summary>A duration; null for <c>off</c> and for zero.</summary>
    public TimeSpan? DurationOrOff(string key, TimeSpan min, TimeSpan max) => Value(
        key,
        () => IsOff(config.GetString(key, "")) ? TimeSpan.Zero : GetTimeSpan(key),
        duration => duration == TimeSpan.Zero || (duration >= min && duration <= max),
        texts => texts.ExpectedDurationOrOff(InMilliseconds(min), InMilliseconds(max))) is { Ticks: > 0 } duration ? duration : null;

    public void Fail(SettingsError error) => Error ??= error;

    public void Fail(string key, SettingsError error) => Fail(locate(key, error));

    private static bool IsHost(string text) => text.Length > 0 && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));

    // Refuses port 0, which cannot be connected to, and credentials, which would be shown but not sent.
    // Query and fragment would be lost when the path is appended.
    private static Uri? UrlOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url is { Scheme: "http" or "https", Host.Length: > 0, Port: > 0, UserInfo: "", Query: "", Fragment: "" } ? url : null;

    // Wants all of an IPv4 address: .NET takes 10 for 0.0.0.10.
    private static IPNetwork? NetworkOf(string text) =>
        (text.Contains(':') || text.Count(c => c == '.') == 3)
        && IPNetwork.TryParse(text.Contains('/') ? text : text + (text.Contains(':') ? "/128" : "/32"), out var network) ? network : null;

    // For Akka an empty list is neither a string nor an array.
    private (HoconValue? Given, string[] Items) List(string key)
    {
        var given = config.GetValue(key);
        return (given, given?.IsString() == true ? [given.GetString() ?? ""]
            : given?.IsArray() == true ? [.. given.GetArray().Select(item => item.IsString() ? item.GetString() ?? "" : "")]
            : []);
    }

    // Guards against overflow in Akka: 17179869185GiB would be 1GiB.
    private static bool IsHuge(string text) =>
        text.Count(char.IsAsciiDigit) > 10 || text.TrimStart("+-0123456789 ".ToCharArray()) is ['E' or 'e' or 'P' or 'p' or 'T' or 't', ..];

    // Refuses commas: Akka reads them as thousands separators, and 1,5 as fifteen.
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

    private string Text(string key, Func<string, bool> isValid, SettingsError expected) =>
        Value(key, () => config.GetString(key, ""), text => isValid(text!), expected) ?? "";

    private T? Value<T>(string key, Func<T?> read, Func<T?, bool> isValid, SettingsError expected)
    {
        var given = config.GetValue(key);
        try
        {
            // Excludes null: the getters would return their default, as for a missing key.
            if (given?.IsString() == true && given.GetString() is not null && read() is var value && isValid(value))
                return value;
        }
        catch (Exception invalid) when (invalid is ConfigurationException or FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            // Thrown by Akka for a value of the wrong kind; our own error below is clearer.
        }

        var excerpt = given is null ? "" : Secret.Redact(key, Excerpt.Truncate(given));
        Fail(key, texts => texts.BadValue(key, excerpt, expected(texts)));
        return default;
    }
}
