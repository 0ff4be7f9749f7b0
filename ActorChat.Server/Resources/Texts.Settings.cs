namespace ActorChat.Server.Resources;

// What is wrong with the settings, and what would be right; for Error.
internal sealed partial class Texts
{
    /// <summary>For <see cref="BadValue"/>: a TCP port.</summary>
    public string ExpectedPort => Text();

    /// <summary>For <see cref="BadValue"/>: an address to listen on.</summary>
    public string ExpectedAddress => Text();

    /// <summary>For <see cref="BadValue"/>: addresses to listen on.</summary>
    public string ExpectedAddresses => Text();

    /// <summary>For <see cref="BadValue"/>: the address of a web service, or nothing.</summary>
    public string ExpectedUrl => Text();

    /// <summary>For <see cref="BadValue"/>: on or off.</summary>
    public string ExpectedSwitch => Text();

    /// <summary>For <see cref="BadValue"/>: a single value is given for a section.</summary>
    public string ExpectedSection => Text();

    /// <summary>For <see cref="BadValue"/>: a section or a list is given for a single value.</summary>
    public string ExpectedSingleValue => Text();

    /// <summary>For <see cref="BadValue"/>: any text but none.</summary>
    public string ExpectedText => Text();

    /// <summary>For <see cref="BadValue"/>: names of classes that can be loaded.</summary>
    public string ExpectedClasses => Text();

    /// <summary>Both ports are switched off.</summary>
    public string NoPortEnabled => Text();

    /// <summary>For <see cref="ConfigFileError"/>: it is a folder.</summary>
    public string IsFolder => Text();

    /// <summary>For <see cref="CannotOpenLogFile"/>: it is a pipe, a terminal or the like.</summary>
    public string IsNoFile => Text();

    /// <summary>For <see cref="ConfigFileError"/>: its bytes are no UTF-8.</summary>
    public string IsNotUtf8 => Text();

    /// <summary>For <see cref="BadPasswordFile"/>: it is empty, or far too long.</summary>
    public string HoldsNoPassword => Text();

    /// <summary>For <see cref="BadValue"/>: a duration with its unit, within bounds (as <c>10ms</c>), both included.</summary>
    public string ExpectedDuration(string least, string greatest) => Format(nameof(ExpectedDuration), least, greatest);

    /// <summary>For <see cref="BadValue"/>: the same, or off.</summary>
    public string ExpectedDurationOrOff(string least, string greatest) => Format(nameof(ExpectedDurationOrOff), least, greatest);

    /// <summary>For <see cref="BadValue"/>: a number of bytes within bounds (as <c>4KiB</c>), both included.</summary>
    public string ExpectedSize(string least, string greatest) => Format(nameof(ExpectedSize), least, greatest);

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

    /// <summary>The file with the password is of no use.</summary>
    public string BadPasswordFile(string key, string path, string why) => Format(nameof(BadPasswordFile), OneLine(key), OneLine(path), Reason(why));

    /// <summary>For <see cref="ConfigFileError"/>: what it includes does not exist.</summary>
    public string IncludeMissing(string path) => Format(nameof(IncludeMissing), OneLine(path));

    /// <summary>For <see cref="ConfigFileError"/>: it includes a file that includes it.</summary>
    public string IncludesItself(string path) => Format(nameof(IncludesItself), OneLine(path));

    /// <summary>Both ports are the same one.</summary>
    public string SamePort(string endpoint) => Format(nameof(SamePort), endpoint);

    /// <summary>A key names a host that has no address; the reason is the system's.</summary>
    public string UnknownHost(string key, string host, string why) => Format(nameof(UnknownHost), key, OneLine(host), Reason(why));

    /// <summary>The JSON file of the log cannot be written to.</summary>
    public string CannotOpenLogFile(string path, string why) => Format(nameof(CannotOpenLogFile), OneLine(path), Reason(why));
}
