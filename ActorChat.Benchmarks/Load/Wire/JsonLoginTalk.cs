namespace ActorChat.Benchmarks.Load.Wire;

/// <summary>A login over a WebSocket: the head of an HTTP answer, behind which the nickname may be sent, then the welcome or a refusal.</summary>
internal sealed class JsonLoginTalk : ILoginTalk
{
    private const int MaxLineCharacters = 4096;

    private readonly LineSplitter _splitter = new(MaxLineCharacters, static _ => "…");
    private bool _isOpen;

    /// <inheritdoc/>
    public string Said { get; private set; } = "";

    /// <inheritdoc/>
    public LoginStep Read(ReadOnlySpan<byte> bytes)
    {
        foreach (var line in _splitter.Add(bytes))
        {
            if (Said.Length == 0)
                Said = line.Trim();
            if (_isOpen)
                return line.Contains("\"type\":\"welcome\"", StringComparison.Ordinal) ? LoginStep.Done : Refuse(line);
            if (!Said.Contains(" 101 ", StringComparison.Ordinal))
                return LoginStep.Refused;
            if (line.Trim().Length == 0)
            {
                _isOpen = true;
                return LoginStep.SendNickname;
            }
        }

        return LoginStep.Wait;
    }

    private LoginStep Refuse(string line)
    {
        Said = line;
        return LoginStep.Refused;
    }
}
