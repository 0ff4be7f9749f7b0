using ActorChat.Client.Net;

namespace ActorChat.Client.State;

/// <summary>The certificates that the user has trusted, by server: a line each, the address and the SHA-256.</summary>
internal sealed class KnownCertificates(StateFolder folder)
{
    private const string Name = "certificates";
    private const int MaxLines = 1000;

    // Those of this run, where the file cannot be written.
    private readonly Dictionary<string, string> _ofThisRun = [];

    /// <summary>Where they are kept, for who wants to forget one.</summary>
    public string Path => folder.PathOf(Name);

    /// <summary>The fingerprint that is trusted; null: none is.</summary>
    public string? Find(ServerAddress server) => _ofThisRun.GetValueOrDefault($"{server}")
        ?? folder.ReadLines(Name).Select(line => line.Split(' ')).LastOrDefault(parts => parts.Length is 2 && parts[0] == $"{server}")?[1];

    /// <summary>Trusts one from now on. Returns the error of the file; null: none.</summary>
    public Exception? Add(ServerAddress server, string fingerprint)
    {
        _ofThisRun[$"{server}"] = fingerprint;
        return folder.WriteLines(Name, folder.ReadLines(Name).Append($"{server} {fingerprint}").TakeLast(MaxLines));
    }
}
