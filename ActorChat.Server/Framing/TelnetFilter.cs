namespace ActorChat.Server.Framing;

/// <summary>
/// Swallows telnet sequences, wherever the network cuts them, and gathers the answers to them. This server uses no option and
/// asks for none, so by RFC 1143 every WILL is answered by DONT and every DO by WONT, while WONT and DONT, which change nothing,
/// are not answered: that cannot loop, needs no memory of what was said, and answers no more bytes than it gets. The answer matters
/// even for options nobody wants: after Ctrl+C telnet shows nothing until its DO TIMING-MARK is answered (RFC 860).
/// A mutable value: keep it in a field that is not read-only.
/// </summary>
/// <param name="maxSubnegotiation">The most bytes of a subnegotiation, so that an endless one cannot swallow what follows for ever.</param>
internal struct TelnetFilter(int maxSubnegotiation)
{
    private State _state;
    private byte _verb;
    private int _swallowed;
    private List<byte>? _answers;

    private enum State : byte
    {
        Text,
        Command,
        Option,
        Subnegotiation,
        SubnegotiationCommand,
    }

    /// <summary>Whether a sequence has begun and is not over.</summary>
    public readonly bool IsInSequence => _state != State.Text;

    /// <summary>Whether a sequence has begun of which only the first byte is there: it may also be a stray byte 255.</summary>
    public readonly bool IsAtFirstByte => _state == State.Command;

    /// <summary>The byte 255 was read: a sequence begins.</summary>
    public void Begin() => _state = State.Command;

    /// <summary>The sequence that has begun is none after all: forgets it.</summary>
    public void Forget() => _state = State.Text;

    /// <summary>Takes bytes off the front of the block, to the end of the sequence that has begun or of the block.</summary>
    public TelnetStep Swallow(ref ReadOnlySpan<byte> block)
    {
        while (!block.IsEmpty)
        {
            var step = _state switch
            {
                State.Command => OnCommand(ref block),
                State.Option => OnOption(ref block),
                State.Subnegotiation => OnSubnegotiation(ref block),
                _ => OnSubnegotiationCommand(ref block),
            };
            if (step != TelnetStep.Unfinished)
                return step;
        }

        return TelnetStep.Unfinished;
    }

    /// <summary>What the peer is to be answered, as bytes for the wire; null when there is nothing. Gives each answer once.</summary>
    public byte[]? TakeAnswers()
    {
        var answers = _answers?.ToArray();
        _answers = null;
        return answers;
    }

    private TelnetStep OnCommand(ref ReadOnlySpan<byte> block)
    {
        var command = block[0];
        if (command < TelnetCommand.Lowest)
        {
            // The byte is text's: it may well be a line end.
            return End(TelnetStep.DataByte);
        }

        block = block[1..];
        switch (command)
        {
            case TelnetCommand.Iac:
                return End(TelnetStep.DataByte);
            case TelnetCommand.Subnegotiation:
                _swallowed = 0;
                _state = State.Subnegotiation;
                return TelnetStep.Unfinished;
            case TelnetCommand.Will or TelnetCommand.Wont or TelnetCommand.Do or TelnetCommand.Dont:
                _verb = command;
                _state = State.Option;
                return TelnetStep.Unfinished;
            default:
                return End(TelnetStep.Done);
        }
    }

    private TelnetStep OnOption(ref ReadOnlySpan<byte> block)
    {
        if (_verb is TelnetCommand.Will or TelnetCommand.Do)
        {
            var refusal = _verb == TelnetCommand.Will ? TelnetCommand.Dont : TelnetCommand.Wont;
            (_answers ??= []).AddRange([TelnetCommand.Iac, refusal, block[0]]);
        }

        block = block[1..];
        return End(TelnetStep.Done);
    }

    private TelnetStep OnSubnegotiation(ref ReadOnlySpan<byte> block)
    {
        var end = block.IndexOf(TelnetCommand.Iac);
        var length = end < 0 ? block.Length : end;
        var room = maxSubnegotiation - _swallowed;
        if (length > room)
        {
            block = block[room..];
            return End(TelnetStep.TooLong);
        }

        _swallowed += length;
        block = block[(end < 0 ? length : length + 1)..];
        _state = end < 0 ? State.Subnegotiation : State.SubnegotiationCommand;
        return TelnetStep.Unfinished;
    }

    private TelnetStep OnSubnegotiationCommand(ref ReadOnlySpan<byte> block)
    {
        switch (block[0])
        {
            case TelnetCommand.SubnegotiationEnd:
                block = block[1..];
                return End(TelnetStep.Done);
            case TelnetCommand.Iac:
                block = block[1..];
                if (_swallowed == maxSubnegotiation)
                    return End(TelnetStep.TooLong);

                _swallowed++;
                _state = State.Subnegotiation;
                return TelnetStep.Unfinished;
            default:
                // Its end is missing: what follows is another sequence, as telnet servers have always read it.
                _state = State.Command;
                return TelnetStep.Unfinished;
        }
    }

    private TelnetStep End(TelnetStep step)
    {
        _state = State.Text;
        return step;
    }
}

/// <summary>What <see cref="TelnetFilter.Swallow"/> came to.</summary>
internal enum TelnetStep
{
    /// <summary>The sequence is over; what follows is text again.</summary>
    Done,

    /// <summary>The block is over and the sequence is not.</summary>
    Unfinished,

    /// <summary>It was no sequence, or one that stands for the byte 255: that byte belongs to the message.</summary>
    DataByte,

    /// <summary>A subnegotiation has passed its cap; what follows is text again.</summary>
    TooLong,
}

/// <summary>The bytes of the telnet protocol that mean something here (RFC 854, RFC 855, RFC 885).</summary>
internal static class TelnetCommand
{
    /// <summary>"Interpret as command": begins every sequence; never occurs in UTF-8. Twice, it is a data byte.</summary>
    public const byte Iac = 255;

    /// <summary>The lowest byte that is a command behind <see cref="Iac"/> (end of file, RFC 1184); all up to 254 are.</summary>
    public const byte Lowest = 236;

    /// <summary>The end of a subnegotiation.</summary>
    public const byte SubnegotiationEnd = 240;

    /// <summary>The begin of a subnegotiation, which goes on to <see cref="Iac"/> <see cref="SubnegotiationEnd"/>.</summary>
    public const byte Subnegotiation = 250;

    /// <summary>"I want to use an option", named by the next byte.</summary>
    public const byte Will = 251;

    /// <summary>"I do not use an option".</summary>
    public const byte Wont = 252;

    /// <summary>"Use an option, please".</summary>
    public const byte Do = 253;

    /// <summary>"Do not use an option".</summary>
    public const byte Dont = 254;
}
