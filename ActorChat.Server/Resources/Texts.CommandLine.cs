namespace ActorChat.Server.Resources;

// --help, and mistakes in the arguments, for Error.
internal sealed partial class Texts
{
    public string ProgramDescription => Text();
    public string ConfigOption => Text();
    public string SetOption => Text();
    public string CheckOption => Text();
    public string LogLevelOption => Text();

    /// <summary>Placeholders in the syntax of the options.</summary>
    public string FileValue => Text();

    public string KeyValue => Text();
    public string LevelValue => Text();
    public string AddressValue => Text();
    public string PortValue => Text();
    public string HostOption => Text();
    public string PortOption => Text();
    public string ConfirmPortOption => Text();
    public string WebPortOption => Text();
    public string TlsOption => Text();
    public string OperatorOption => Text();
    public string NameValue => Text();
    public string HostExample => Text();
    public string ShowVersionOption => Text();
    public string ShowHelpOption => Text();
    public string UsageTitle => Text();
    public string UsageLine => Text();
    public string OptionsTitle => Text();
    public string ExamplesTitle => Text();
    public string PlainExample => Text();
    public string SetExample => Text();
    public string ConfigExampleLine => Text();
    public string ConfigExample => Text();
    public string BackupOption => Text();
    public string BackupExampleLine => Text();
    public string BackupExample => Text();
    public string ExportOption => Text();
    public string RoomValue => Text();
    public string RoomOption => Text();
    public string DateValue => Text();
    public string FromOption => Text();
    public string ToOption => Text();
    public string PurgeOption => Text();
    public string BeforeOption => Text();
    public string TokenOption => Text();
    public string RevokeTokenOption => Text();
    public string TokensOption => Text();
    public string ExportExampleLine => Text();
    public string ExportExample => Text();
    public string PrintConfigOption => Text();
    public string PrintConfigExampleLine => Text();
    public string PrintConfigExample => Text();
    public string ExitCannotCreate => Text();
    public string ExitOutputFailed => Text();
    public string ExitEndedBySignal => Text();
    public string ExitCodesTitle => Text();
    public string ExitSuccess => Text();
    public string ExitPortUnavailable => Text();
    public string ExitDatabaseUnavailable => Text();
    public string ExitUsage => Text();
    public string ExitLibraryMissing => Text();
    public string ExitInternalError => Text();
    public string UnknownArgument(string argument) => Format(nameof(UnknownArgument), OneLine(argument));
    public string UnknownArgumentMeant(string argument, string nearest) => Format(nameof(UnknownArgumentMeant), OneLine(argument), nearest);
    public string UnreadableArguments => Text();
    public string OptionNeeds(string option, string other) => Format(nameof(OptionNeeds), option, other);
    public string BadDate(string option, string text) => Format(nameof(BadDate), option, OneLine(text));
    public string MissingOptionValue(string option) => Format(nameof(MissingOptionValue), OneLine(option));
}
