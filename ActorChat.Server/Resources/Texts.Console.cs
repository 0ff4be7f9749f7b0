namespace ActorChat.Server.Resources;

// What the operator sees on the console, and in --help. Endpoints are written as 127.0.0.1:1234.
internal sealed partial class Texts
{
    /// <summary>The name of the chat port, for <see cref="Listening"/>.</summary>
    public string ChatPort => Text();

    /// <summary>The name of the confirmation port, for <see cref="Listening"/>.</summary>
    public string ConfirmationPort => Text();

    /// <summary>The stop has been asked for and begins.</summary>
    public string Stopping => Text();

    /// <summary>The last line of a clean stop.</summary>
    public string Stopped => Text();

    /// <summary>What the program is, for <c>--help</c>.</summary>
    public string ProgramDescription => Text();

    /// <summary>What <c>--config</c> does.</summary>
    public string ConfigOption => Text();

    /// <summary>What <c>--set</c> does.</summary>
    public string SetOption => Text();

    /// <summary>What <c>--check</c> does.</summary>
    public string CheckOption => Text();

    /// <summary>What <c>--log-level</c> does.</summary>
    public string LogLevelOption => Text();

    /// <summary>A port is open.</summary>
    public string Listening(string endpoint, string portName) => Format(nameof(Listening), endpoint, portName);

    /// <summary>Ports can be reached from other computers: by which addresses, and which ports a firewall must let through.</summary>
    public string ReachableAt(string addresses, string ports) => Format(nameof(ReachableAt), addresses, ports);

    /// <summary>The same where the computer has no address in any network at present.</summary>
    public string ReachableNowhere => Text();

    /// <summary>The system permits too few open files to serve anybody.</summary>
    public string TooFewDescriptors(long limit, long needed) => Format(nameof(TooFewDescriptors), limit, needed);

    /// <summary>A whole line for standard error; line breaks within become blanks.</summary>
    public string Error(string line) => Format(nameof(Error), OneLine(line));

    /// <summary>The port belongs to another program.</summary>
    public string PortInUse(string endpoint) => Format(nameof(PortInUse), endpoint);

    /// <summary>The same of several.</summary>
    public string PortsInUse(string endpoints) => Format(nameof(PortsInUse), endpoints);

    /// <summary>The address is another computer's, or nobody's.</summary>
    public string NotMyAddress(string endpoint) => Format(nameof(NotMyAddress), endpoint);

    /// <summary>The port cannot be opened for another reason, which the system gives.</summary>
    public string CannotListen(string endpoint, string why) => Format(nameof(CannotListen), endpoint, Reason(why));

    /// <summary>The result of <c>--check</c>, with a few words on what was checked.</summary>
    public string CheckOk(string summary) => Format(nameof(CheckOk), OneLine(summary));

    /// <summary>The node stopped without being asked to.</summary>
    public string NodeFailed => Text();

    /// <summary>What was under way did not end in time.</summary>
    public string StopTimedOut => Text();

    /// <summary>A setting of the actor runtime, or one of the section <paramref name="key"/>, cannot be used; the runtime's own words.</summary>
    public string RuntimeSettings(string key, string why) => Format(nameof(RuntimeSettings), OneLine(key), Reason(why));
}
