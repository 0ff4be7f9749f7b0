namespace ActorChat.Server.Resources;

// What is wrong with the settings, and what would be right; for Error.
internal sealed partial class Texts
{
    /// <summary>For <see cref="BadValue"/>: a TCP port.</summary>
    public string ExpectedPort => Text();

    /// <summary>For <see cref="BadValue"/>: an address to listen on.</summary>
    public string ExpectedAddress => Text();

    /// <summary>For <see cref="BadValue"/>: on or off.</summary>
    public string ExpectedSwitch => Text();

    /// <summary>For <see cref="BadValue"/>: a duration with its unit.</summary>
    public string ExpectedDuration => Text();

    /// <summary>For <see cref="BadValue"/>: a number of bytes.</summary>
    public string ExpectedSize => Text();

    /// <summary>For <see cref="BadValue"/>: any text but none.</summary>
    public string ExpectedText => Text();

    /// <summary>For <see cref="BadValue"/>: a whole number within bounds, both included.</summary>
    public string ExpectedInteger(long least, long greatest) => Format(nameof(ExpectedInteger), least, greatest);

    /// <summary>For <see cref="BadValue"/>: one of a few words.</summary>
    public string ExpectedOneOf(IEnumerable<string> values) => Format(nameof(ExpectedOneOf), string.Join(", ", values));

    /// <summary>There is no such key, but one that is spelt nearly so.</summary>
    public string UnknownKey(string key, string nearest) => Format(nameof(UnknownKey), OneLine(key), nearest);

    /// <summary>There is no such key, nor one like it.</summary>
    public string UnknownKeyNoHint(string key) => Format(nameof(UnknownKeyNoHint), OneLine(key));

    /// <summary>The value does not fit its key; <paramref name="expected"/> is one of the <c>Expected…</c> texts.</summary>
    public string BadValue(string key, string value, string expected) => Format(nameof(BadValue), key, OneLine(value), expected);

    /// <summary>A file named with <c>--config</c> does not exist.</summary>
    public string ConfigFileMissing(string path) => Format(nameof(ConfigFileMissing), OneLine(path));

    /// <summary>A file named with <c>--config</c> cannot be read or parsed; the reason gives line and column where it can.</summary>
    public string ConfigFileError(string path, string why) => Format(nameof(ConfigFileError), OneLine(path), Reason(why));

    /// <summary>The text given with <c>--set</c> is not <c>KEY=VALUE</c>.</summary>
    public string BadSetOption(string text) => Format(nameof(BadSetOption), OneLine(text));
}
