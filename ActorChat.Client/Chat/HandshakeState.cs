using System.Threading.Channels;

namespace ActorChat.Client.Chat;

/// <summary>Recognises nickname prompts and verdicts in what arrives, and queues them for <see cref="NicknameHandshake"/>.</summary>
internal sealed class HandshakeState
{
    private readonly Channel<HandshakeStep> _steps = Channel.CreateUnbounded<HandshakeStep>();
    private string? _attempt;
    private volatile bool _isAdmitted;
    private volatile bool _wasRefused;
    private volatile bool _asksNumbers;
    private volatile bool _hasTriedPassword;
    private bool _isTaken;

    /// <summary>Whether the server has accepted a nickname.</summary>
    public bool IsAdmitted => _isAdmitted;

    /// <summary>Whether the server has refused a nickname.</summary>
    public bool WasRefused => _wasRefused;

    /// <summary>The next prompt or verdict.</summary>
    public ValueTask<HandshakeStep> NextAsync(CancellationToken cancellation) => _steps.Reader.ReadAsync(cancellation);

    /// <summary>Notes a nickname that is about to be sent.</summary>
    public void Attempt(string nick) => Volatile.Write(ref _attempt, nick);

    /// <summary>Notes that a password is about to be sent.</summary>
    public void AttemptPassword() => _hasTriedPassword = true;

    /// <summary>Notes that numbers are about to be asked for, in one write with the first attempt.</summary>
    public void AskNumbers() => _asksNumbers = true;

    /// <summary>
    /// Whether a line, which is not to be shown then, answers the question for numbers. A server that knows none calls the command unknown,
    /// and asks for the nickname again. For the receiving side alone.
    /// </summary>
    public bool TakesAnswer(ServerLine line, bool isAskedAgain)
    {
        if (!_asksNumbers || _isAdmitted)
            return false;

        // These answer the nickname that was sent behind the question.
        var isGranted = line is ServerLine.NumbersGranted;
        _asksNumbers = !isGranted && line is not (ServerLine.NicknameRefused or ServerLine.Welcome or ServerLine.Closing);
        return isGranted || (_asksNumbers && isAskedAgain);
    }

    /// <summary>Takes a prompt, which stands behind the lines that came with it. For the receiving side alone.</summary>
    public void Ask(string prompt)
    {
        if (_isAdmitted)
            return;

        // The nickname is on its way already.
        if (_asksNumbers)
        {
            _asksNumbers = false;
            return;
        }

        // Another server's words for a refusal are unknown, but a second prompt means one. Commands are answered with a prompt, too.
        var isPassword = ServerLineParser.IsPasswordPrompt(prompt);
        _wasRefused |= isPassword ? _hasTriedPassword : Volatile.Read(ref _attempt) is { } attempt && IsNickname(ChatCommandParser.Parse(attempt));
        _steps.Writer.TryWrite(new HandshakeStep.Asked(prompt, _isTaken, isPassword));
        _isTaken = false;
    }

    private static bool IsNickname(ChatCommand attempt) =>
        attempt is ChatCommand.Post or ChatCommand.Private or ChatCommand.MalformedPrivate or ChatCommand.Nothing;

    /// <summary>Takes a line; gives the nickname that it accepts, if it does. For the receiving side alone.</summary>
    public string? Observe(ServerLine line, bool isAskedAgain)
    {
        if (_isAdmitted)
            return null;

        switch (line)
        {
            case ServerLine.NicknameRefused refused:
                _wasRefused = true;
                _isTaken = refused.IsTaken;
                break;
            case ServerLine.Welcome welcome:
                return Admit(welcome.Nick);
            default:
                // Another server's words of welcome are unknown: any line without a new prompt is one.
                if (!isAskedAgain && Volatile.Read(ref _attempt) is { } nick && IsWelcoming(line))
                    return Admit(nick);
                break;
        }

        return null;
    }

    // After a refusal, an unknown line may be the goodbye.
    private bool IsWelcoming(ServerLine line) =>
        line is not (ServerLine.Error or ServerLine.Closing) && !(_wasRefused && line is ServerLine.Other);

    private string Admit(string nick)
    {
        _isAdmitted = true;
        _steps.Writer.TryWrite(new HandshakeStep.Admitted(nick));
        return nick;
    }
}

/// <summary>What the server says to a client without a nickname.</summary>
internal abstract record HandshakeStep
{
    private HandshakeStep() { }

    /// <summary>
    /// It asks for the nickname; after an attempt this means a refusal, perhaps as somebody has it. Or it asks for the nickname's password.
    /// </summary>
    public sealed record Asked(string Prompt, bool IsTaken, bool IsPassword = false) : HandshakeStep;

    /// <summary>It has accepted the nickname, as it writes it.</summary>
    public sealed record Admitted(string Nick) : HandshakeStep;
}
