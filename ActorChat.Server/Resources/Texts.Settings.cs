namespace ActorChat.Server.Resources;

// Mistakes in the settings, for Error.
internal sealed partial class Texts
{
    /// <summary>The Expected… texts complete <see cref="BadValue"/>.</summary>
    public string ExpectedPort => Text();

    public string ExpectedAddress => Text();
    public string ExpectedAddresses => Text();
    public string ExpectedNicknames => Text();
    public string ExpectedOrigins => Text();
    public string ExpectedNetworks => Text();
    public string ExpectedUrl => Text();
    public string ExpectedSwitch => Text();
    public string ExpectedSection => Text();
    public string ExpectedSingleValue => Text();
    public string ExpectedText => Text();
    public string ExpectedClasses => Text();
    public string NoPortEnabled => Text();
    public string CertificateNeedsKey => Text();
    public string CertificateUnusable(string why) => Format(nameof(CertificateUnusable), Reason(why));

    /// <summary>The reasons for <see cref="ConfigFileError"/>, <see cref="CannotOpenLogFile"/> and <see cref="BadPasswordFile"/>.</summary>
    public string IsFolder => Text();

    public string IsNoFile => Text();
    public string IsNotUtf8 => Text();
    public string HoldsNoPassword => Text();

    /// <summary>Bounds, as <c>10ms</c>, are inclusive, here and below.</summary>
    public string ExpectedDuration(string min, string max) => Format(nameof(ExpectedDuration), min, max);

    public string ExpectedDurationOrOff(string min, string max) => Format(nameof(ExpectedDurationOrOff), min, max);
    public string ExpectedSize(string min, string max) => Format(nameof(ExpectedSize), min, max);
    public string ExpectedInteger(long min, long max) => Format(nameof(ExpectedInteger), min, max);
    public string ExpectedOneOf(IEnumerable<string> values) => Format(nameof(ExpectedOneOf), string.Join(", ", values));
    public string UnknownKey(string key, string nearest) => Format(nameof(UnknownKey), OneLine(key), nearest);
    public string UnknownKeyNoHint(string key) => Format(nameof(UnknownKeyNoHint), OneLine(key));
    public string BadValue(string key, string value, string expected) => Format(nameof(BadValue), key, OneLine(value), expected);
    public string ConfigFileMissing(string path) => Format(nameof(ConfigFileMissing), OneLine(path));
    public string ConfigFileError(string path, string why) => Format(nameof(ConfigFileError), OneLine(path), Reason(why));
    public string BadSetOption(string text) => Format(nameof(BadSetOption), OneLine(text));
    public string BadPasswordFile(string key, string path, string why) => Format(nameof(BadPasswordFile), OneLine(key), OneLine(path), Reason(why));
    public string IncludeMissing(string path) => Format(nameof(IncludeMissing), OneLine(path));
    public string IncludesItself(string path) => Format(nameof(IncludesItself), OneLine(path));
    public string SamePort(string endpoint) => Format(nameof(SamePort), endpoint);
    public string UnknownHost(string key, string host, string why) => Format(nameof(UnknownHost), key, OneLine(host), Reason(why));
    public string CannotOpenLogFile(string path, string why) => Format(nameof(CannotOpenLogFile), OneLine(path), Reason(why));

    // Mistakes in the HOCON, found before any value is read. SettingsMistake adds the place.
    public string HoconUnclosedQuotes => Text();
    public string HoconUnclosedTripleQuotes => Text();
    public string HoconFourthQuote => Text();
    public string HoconBadEscape => Text();
    public string HoconExtraComma => Text();
    public string HoconBehindBraces => Text();
    public string HoconBadKey => Text();
    public string HoconPlusEquals => Text();
    public string HoconBadInclude => Text();
    public string HoconJoined => Text();
    public string HoconOuterBlanks => Text();
    public string HoconTouchingComment => Text();
    public string HoconTooManyReferences => Text();
    public string SettingsMistake(string source, int line, int column, string why) =>
        Format(nameof(SettingsMistake), OneLine(source), line, column, OneLine(why));
    public string HoconTooLarge(int mebibytes) => Format(nameof(HoconTooLarge), mebibytes);
    public string HoconTooDeep(int levels) => Format(nameof(HoconTooDeep), levels);
    public string HoconControlCharacter(string code) => Format(nameof(HoconControlCharacter), code);
    public string HoconUnclosed(string opening, string closing) => Format(nameof(HoconUnclosed), opening, closing);
    public string HoconExtraClose(string closing) => Format(nameof(HoconExtraClose), closing);
    public string HoconUnexpected(string character) => Format(nameof(HoconUnexpected), OneLine(character));
    public string HoconNoValue(string key) => Format(nameof(HoconNoValue), OneLine(key));
    public string HoconEnvironment(string opening) => Format(nameof(HoconEnvironment), opening);
    public string HoconBadReference(string opening) => Format(nameof(HoconBadReference), opening);
    public string HoconUnknownReference(string path) => Format(nameof(HoconUnknownReference), OneLine(path));
    public string HoconCycle(string path) => Format(nameof(HoconCycle), OneLine(path));
    public string HoconSectionMeetsReference(string path) => Format(nameof(HoconSectionMeetsReference), OneLine(path));
}
