using System.Threading.Channels;
using ActorChat.Client.Consoles;
using ActorChat.Client.Wire;

namespace ActorChat.Client.Chat;

/// <summary>
/// The server's questions for the nickname and its verdicts, seen in what arrives and waited for by whoever answers.
/// </summary>
internal sealed class HandshakeState
{
    private readonly Channel<HandshakeStep> _steps = Channel.CreateUnbounded<HandshakeStep>();
    private string? _attempt;
    private volatile bool _isAdmitted;
    private volatile bool _wasRefused;
    private bool _isTaken;

    /// <summary>Whether the nickname is ours.</summary>
    public bool IsAdmitted => _isAdmitted;

    /// <summary>Whether the server has refused a nickname.</summary>
    public bool WasRefused => _wasRefused;

    /// <summary>The next question or verdict.</summary>
    public ValueTask<HandshakeStep> NextAsync(CancellationToken cancellation) => _steps.Reader.ReadAsync(cancellation);

    /// <summary>A nickname is about to be sent.</summary>
    public void Attempt(string nick) => Volatile.Write(ref _attempt, nick);

    /// <summary>Takes what has arrived at once. For the receiving side alone.</summary>
    /// <param name="lines">Whole lines.</param>
    /// <param name="prompt">The prompt at which the server has stopped after them; null: it has not.</param>
    public void Observe(IEnumerable<WireLine> lines, string? prompt)
    {
        foreach (var line in lines)
            Observe(line, isAskedAgain: prompt is not null);

        if (prompt is null || _isAdmitted)
            return;

        // Some other server's words for a refusal are not known, but that it asks again is.
        _wasRefused |= Volatile.Read(ref _attempt) is { } attempt && !ClientCommands.IsCommand(attempt);
        _steps.Writer.TryWrite(new HandshakeStep.Asked(prompt, _isTaken));
        _isTaken = false;
    }

    private void Observe(WireLine line, bool isAskedAgain)
    {
        if (_isAdmitted)
            return;

        switch (line)
        {
            case WireLine.NicknameRefused refused:
                _wasRefused = true;
                _isTaken = refused.IsTaken;
                break;
            case WireLine.Welcome welcome:
                Admit(welcome.Nick);
                break;
            default:
                // A server with other words of welcome: whatever it says to us instead of asking again.
                if (!isAskedAgain && Volatile.Read(ref _attempt) is { } nick && IsWelcoming(line))
                    Admit(nick);
                break;
        }
    }

    // After a refusal, what is not of the chat may be the goodbye.
    private bool IsWelcoming(WireLine line) => line is not (WireLine.Error or WireLine.NicknameRefused or WireLine.Closing) && !(_wasRefused && line is WireLine.Other);

    private void Admit(string nick)
    {
        _isAdmitted = true;
        _steps.Writer.TryWrite(new HandshakeStep.Admitted(nick));
    }
}
