namespace ActorChat.Server.Resources;

// Lines on the console. End points are written as 127.0.0.1:1234.
internal sealed partial class Texts
{
    public string ChatPort => Text();
    public string ConfirmationPort => Text();
    public string Stopping => Text();
    public string Stopped => Text();
    public string Listening(string endpoint, string portName) => Format(nameof(Listening), endpoint, portName);

    /// <summary>The addresses for other computers, and the ports to open in a firewall.</summary>
    public string ReachableAt(string addresses, string ports) => Format(nameof(ReachableAt), addresses, ports);

    /// <summary>The computer has no address in any network.</summary>
    public string ReachableNowhere => Text();

    /// <summary>The limit of open files is too low.</summary>
    public string TooFewDescriptors(long limit, long needed) => Format(nameof(TooFewDescriptors), limit, needed);

    /// <summary>A whole line for standard error.</summary>
    public string Error(string line) => Format(nameof(Error), OneLine(line));

    public string PortInUse(string endpoint) => Format(nameof(PortInUse), endpoint);
    public string PortsInUse(string endpoints) => Format(nameof(PortsInUse), endpoints);

    /// <summary>The address is not one of this machine's.</summary>
    public string NotMyAddress(string endpoint) => Format(nameof(NotMyAddress), endpoint);

    public string CannotListen(string endpoint, string why) => Format(nameof(CannotListen), endpoint, Reason(why));

    /// <summary>The summary lists what was checked.</summary>
    public string CheckOk(string summary) => Format(nameof(CheckOk), OneLine(summary));

    /// <summary>The server stopped by a fault.</summary>
    public string ServerFailed => Text();

    /// <summary>Some work did not end in time.</summary>
    public string StopTimedOut => Text();

    /// <summary>The actor runtime rejects a setting; the reason is in the runtime's words.</summary>
    public string RuntimeSettings(string key, string why) => Format(nameof(RuntimeSettings), OneLine(key), Reason(why));
}
