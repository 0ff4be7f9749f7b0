namespace ActorChat.Server.Resources;

// What is wrong with a text of settings before anybody looks at its values. Each follows the place of the mistake.
internal sealed partial class Texts
{
    /// <summary>Quotes that are not closed on their line.</summary>
    public string HoconUnclosedQuotes => Text();

    /// <summary>Three quotes that are never closed.</summary>
    public string HoconUnclosedTripleQuotes => Text();

    /// <summary>A quote right behind three.</summary>
    public string HoconFourthQuote => Text();

    /// <summary>A backslash that means nothing.</summary>
    public string HoconBadEscape => Text();

    /// <summary>A comma that separates nothing.</summary>
    public string HoconExtraComma => Text();

    /// <summary>More stands behind the braces around the whole text.</summary>
    public string HoconBehindBraces => Text();

    /// <summary>A key in quotes that cannot be one.</summary>
    public string HoconBadKey => Text();

    /// <summary>+= does not append.</summary>
    public string HoconPlusEquals => Text();

    /// <summary>An include of another form.</summary>
    public string HoconBadInclude => Text();

    /// <summary>A section or a list stands beside something else.</summary>
    public string HoconJoined => Text();

    /// <summary>A text begins or ends in blanks.</summary>
    public string HoconOuterBlanks => Text();

    /// <summary>A comment right behind a text without quotes.</summary>
    public string HoconTouchingComment => Text();

    /// <summary>References that lead through too much.</summary>
    public string HoconTooManyReferences => Text();

    /// <summary>A mistake with its place.</summary>
    public string SettingsMistake(string source, int line, int column, string why) => Format(nameof(SettingsMistake), OneLine(source), line, column, OneLine(why));

    /// <summary>The texts are too long together.</summary>
    public string HoconTooLarge(int mebibytes) => Format(nameof(HoconTooLarge), mebibytes);

    /// <summary>Sections and lists stand too deep in each other.</summary>
    public string HoconTooDeep(int levels) => Format(nameof(HoconTooDeep), levels);

    /// <summary>A character that nobody sees.</summary>
    public string HoconControlCharacter(string code) => Format(nameof(HoconControlCharacter), code);

    /// <summary>Something is opened and never closed.</summary>
    public string HoconUnclosed(string opening, string closing) => Format(nameof(HoconUnclosed), opening, closing);

    /// <summary>Something is closed that is not open.</summary>
    public string HoconExtraClose(string closing) => Format(nameof(HoconExtraClose), closing);

    /// <summary>Something stands where it cannot.</summary>
    public string HoconUnexpected(string character) => Format(nameof(HoconUnexpected), OneLine(character));

    /// <summary>A key stands without its value.</summary>
    public string HoconNoValue(string key) => Format(nameof(HoconNoValue), OneLine(key));

    /// <summary>A reference to the environment.</summary>
    public string HoconEnvironment(string opening) => Format(nameof(HoconEnvironment), opening);

    /// <summary>A reference that is not written as one.</summary>
    public string HoconBadReference(string opening) => Format(nameof(HoconBadReference), opening);

    /// <summary>A reference to a key that is not there.</summary>
    public string HoconUnknownReference(string path) => Format(nameof(HoconUnknownReference), OneLine(path));

    /// <summary>References that go round in a circle.</summary>
    public string HoconCycle(string path) => Format(nameof(HoconCycle), OneLine(path));

    /// <summary>A section is replaced by a list or a reference, or the reverse.</summary>
    public string HoconSectionMeetsReference(string path) => Format(nameof(HoconSectionMeetsReference), OneLine(path));
}
