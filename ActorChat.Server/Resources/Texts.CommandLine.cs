namespace ActorChat.Server.Resources;

// The command line: the parts of --help that are not in Texts.Console.cs, and what is wrong with the arguments.
internal sealed partial class Texts
{
    /// <summary>In help, the place of a file name.</summary>
    public string FileValue => Text();

    /// <summary>In help, the place of a key with its value.</summary>
    public string KeyValue => Text();

    /// <summary>In help, the place of a log level.</summary>
    public string LevelValue => Text();

    /// <summary>In help, the place of an address.</summary>
    public string AddressValue => Text();

    /// <summary>In help, the place of a port.</summary>
    public string PortValue => Text();

    /// <summary>What <c>--host</c> does.</summary>
    public string HostOption => Text();

    /// <summary>What <c>--port</c> does.</summary>
    public string PortOption => Text();

    /// <summary>What <c>--confirm-port</c> does.</summary>
    public string ConfirmPortOption => Text();

    /// <summary>What the example with <c>--host</c> does.</summary>
    public string HostExample => Text();

    /// <summary>What <c>--version</c> does.</summary>
    public string ShowVersionOption => Text();

    /// <summary>What <c>--help</c> does.</summary>
    public string ShowHelpOption => Text();

    /// <summary>Above the form of the command line.</summary>
    public string UsageTitle => Text();

    /// <summary>The form of the command line.</summary>
    public string UsageLine => Text();

    /// <summary>Above the options.</summary>
    public string OptionsTitle => Text();

    /// <summary>Above the examples.</summary>
    public string ExamplesTitle => Text();

    /// <summary>What the program does without options.</summary>
    public string PlainExample => Text();

    /// <summary>What the example with <c>--set</c> does.</summary>
    public string SetExample => Text();

    /// <summary>An example with <c>--config</c> and <c>--check</c>.</summary>
    public string ConfigExampleLine => Text();

    /// <summary>What that example does.</summary>
    public string ConfigExample => Text();

    /// <summary>What <c>--backup</c> does.</summary>
    public string BackupOption => Text();

    /// <summary>An example with <c>--backup</c>.</summary>
    public string BackupExampleLine => Text();

    /// <summary>What that example does.</summary>
    public string BackupExample => Text();

    /// <summary>What <c>--print-config</c> does.</summary>
    public string PrintConfigOption => Text();

    /// <summary>An example with <c>--print-config</c>.</summary>
    public string PrintConfigExampleLine => Text();

    /// <summary>What that example does.</summary>
    public string PrintConfigExample => Text();

    /// <summary>What exit code 73 means.</summary>
    public string ExitCannotCreate => Text();

    /// <summary>What exit code 74 means.</summary>
    public string ExitOutputFailed => Text();

    /// <summary>What exit code 130 means.</summary>
    public string ExitEndedBySignal => Text();

    /// <summary>Above the exit codes.</summary>
    public string ExitCodesTitle => Text();

    /// <summary>What exit code 0 means.</summary>
    public string ExitSuccess => Text();

    /// <summary>What exit code 1 means.</summary>
    public string ExitPortUnavailable => Text();

    /// <summary>What exit code 2 means.</summary>
    public string ExitDatabaseUnavailable => Text();

    /// <summary>What exit code 64 means.</summary>
    public string ExitUsage => Text();

    /// <summary>What exit code 69 means.</summary>
    public string ExitLibraryMissing => Text();

    /// <summary>What exit code 70 means.</summary>
    public string ExitInternalError => Text();

    /// <summary>For <see cref="Error"/>: an argument that is no option.</summary>
    public string UnknownArgument(string argument) => Format(nameof(UnknownArgument), OneLine(argument));

    /// <summary>The same, with the option that is spelt nearly so.</summary>
    public string UnknownArgumentMeant(string argument, string nearest) => Format(nameof(UnknownArgumentMeant), OneLine(argument), nearest);

    /// <summary>For <see cref="Error"/>: the arguments cannot be told apart.</summary>
    public string UnreadableArguments => Text();

    /// <summary>For <see cref="Error"/>: an option stands without its value.</summary>
    public string MissingOptionValue(string option) => Format(nameof(MissingOptionValue), OneLine(option));
}
