using System.Threading.Channels;

namespace ActorChat.Client.Chat;

/// <summary>Recognises nickname prompts and verdicts in what arrives, and queues them for <see cref="NicknameHandshake"/>.</summary>
internal sealed class HandshakeState
{
    private readonly Channel<HandshakeStep> _steps = Channel.CreateUnbounded<HandshakeStep>();
    private string? _attempt;
    private volatile bool _isAdmitted;
    private volatile bool _wasRefused;
    private bool _isTaken;

    /// <summary>Whether the server has accepted a nickname.</summary>
    public bool IsAdmitted => _isAdmitted;

    /// <summary>Whether the server has refused a nickname.</summary>
    public bool WasRefused => _wasRefused;

    /// <summary>The next prompt or verdict.</summary>
    public ValueTask<HandshakeStep> NextAsync(CancellationToken cancellation) => _steps.Reader.ReadAsync(cancellation);

    /// <summary>Notes a nickname that is about to be sent.</summary>
    public void Attempt(string nick) => Volatile.Write(ref _attempt, nick);

    /// <summary>Takes the lines that have arrived at once, and the prompt behind them if any. For the receiving side alone.</summary>
    public void Observe(IEnumerable<ServerLine> lines, string? prompt)
    {
        foreach (var line in lines)
            Observe(line, isAskedAgain: prompt is not null);

        if (prompt is null || _isAdmitted)
            return;

        // Another server's words for a refusal are unknown, but a second prompt means one. Commands are answered with a prompt, too.
        _wasRefused |= Volatile.Read(ref _attempt) is { } attempt && IsNickname(ChatCommandParser.Parse(attempt));
        _steps.Writer.TryWrite(new HandshakeStep.Asked(prompt, _isTaken));
        _isTaken = false;
    }

    private static bool IsNickname(ChatCommand attempt) =>
        attempt is ChatCommand.Post or ChatCommand.Private or ChatCommand.MalformedPrivate or ChatCommand.Nothing;

    private void Observe(ServerLine line, bool isAskedAgain)
    {
        if (_isAdmitted)
            return;

        switch (line)
        {
            case ServerLine.NicknameRefused refused:
                _wasRefused = true;
                _isTaken = refused.IsTaken;
                break;
            case ServerLine.Welcome welcome:
                Admit(welcome.Nick);
                break;
            default:
                // Another server's words of welcome are unknown: any line without a new prompt is one.
                if (!isAskedAgain && Volatile.Read(ref _attempt) is { } nick && IsWelcoming(line))
                    Admit(nick);
                break;
        }
    }

    // After a refusal, an unknown line may be the goodbye.
    private bool IsWelcoming(ServerLine line) =>
        line is not (ServerLine.Error or ServerLine.Closing) && !(_wasRefused && line is ServerLine.Other);

    private void Admit(string nick)
    {
        _isAdmitted = true;
        _steps.Writer.TryWrite(new HandshakeStep.Admitted(nick));
    }
}

/// <summary>What the server says to a client without a nickname.</summary>
internal abstract record HandshakeStep
{
    private HandshakeStep() { }

    /// <summary>It asks for the nickname; after an attempt this means a refusal, perhaps as somebody has it.</summary>
    public sealed record Asked(string Prompt, bool IsTaken) : HandshakeStep;

    /// <summary>It has accepted the nickname, as it writes it.</summary>
    public sealed record Admitted(string Nick) : HandshakeStep;
}
