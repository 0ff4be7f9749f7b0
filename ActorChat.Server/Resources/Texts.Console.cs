namespace ActorChat.Server.Resources;

// Lines on the console. End points are written as 127.0.0.1:1234.
internal sealed partial class Texts
{
    public string ChatPort => Text();
    public string ChatTlsPort => Text();
    public string ConfirmationPort => Text();
    public string ConfirmationTlsPort => Text();
    public string Stopping => Text();
    public string Stopped => Text();
    public string WebPort(string url) => Format(nameof(WebPort), url);
    public string Listening(string endpoint, string portName) => Format(nameof(Listening), endpoint, portName);
    public string ReachableAt(string addresses, string ports, string encryption) => Format(nameof(ReachableAt), addresses, ports, encryption);
    public string NothingIsEncrypted => Text();
    public string SomeIsEncrypted => Text();
    public string AllIsEncrypted => Text();

    /// <summary>Told at each start with a certificate that the server has made itself.</summary>
    public string OwnCertificate(string path, string fingerprint) => Format(nameof(OwnCertificate), OneLine(path), fingerprint);

    public string ReachableNowhere => Text();
    public string TooFewDescriptors(long limit, long needed) => Format(nameof(TooFewDescriptors), limit, needed);

    /// <summary>A whole line for standard error.</summary>
    public string Error(string line) => Format(nameof(Error), OneLine(line));

    public string PortInUse(string endpoint) => Format(nameof(PortInUse), endpoint);
    public string PortsInUse(string endpoints) => Format(nameof(PortsInUse), endpoints);
    public string NotMyAddress(string endpoint) => Format(nameof(NotMyAddress), endpoint);
    public string CannotListen(string endpoint, string why) => Format(nameof(CannotListen), endpoint, Reason(why));
    public string CheckOk(string summary) => Format(nameof(CheckOk), OneLine(summary));
    public string ServerFailed => Text();
    public string StopTimedOut => Text();
    public string RuntimeSettings(string key, string why) => Format(nameof(RuntimeSettings), OneLine(key), Reason(why));
}
