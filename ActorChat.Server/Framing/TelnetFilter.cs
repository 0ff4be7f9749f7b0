namespace ActorChat.Server.Framing;

/// <summary>
/// Removes telnet sequences, wherever the network cuts them, and collects the answers. Refuses every option by RFC 1143: DONT for WILL, WONT
/// for DO, nothing for WONT and DONT. That cannot loop, needs no memory, and never sends more bytes than it receives. Answers matter: after
/// Ctrl+C, telnet shows nothing until its DO TIMING-MARK is answered (RFC 860). A mutable value: keep it in a field that is not read-only.
/// </summary>
/// <param name="maxSubnegotiation">The maximum bytes of a subnegotiation, so that an endless one cannot swallow all input.</param>
internal struct TelnetFilter(int maxSubnegotiation)
{
    private State _state;
    private byte _verb;
    private int _consumed;
    private List<byte>? _answers;

    private enum State : byte
    {
        Text,
        Command,
        Option,
        Subnegotiation,
        SubnegotiationCommand,
    }

    /// <summary>Whether a sequence is unfinished.</summary>
    public readonly bool IsInSequence => _state != State.Text;

    /// <summary>Whether only the first byte of a sequence has come, which may be a stray 255.</summary>
    public readonly bool IsAtFirstByte => _state == State.Command;

    /// <summary>Begins a sequence, after a byte 255.</summary>
    public void Begin() => _state = State.Command;

    /// <summary>Abandons the sequence.</summary>
    public void Forget() => _state = State.Text;

    /// <summary>Consumes bytes up to the end of the sequence or of the block.</summary>
    public TelnetStep Consume(ref ReadOnlySpan<byte> block)
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

    /// <summary>Takes the collected answers; null for none.</summary>
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
            // Leaves the byte to the text: it may be a line end.
            return End(TelnetStep.DataByte);
        }

        block = block[1..];
        if (command is < TelnetCommand.Subnegotiation or TelnetCommand.Iac)
            return End(command == TelnetCommand.Iac ? TelnetStep.DataByte : TelnetStep.Done);

        (_verb, _consumed) = (command, 0);
        _state = command == TelnetCommand.Subnegotiation ? State.Subnegotiation : State.Option;
        return TelnetStep.Unfinished;
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
        var room = maxSubnegotiation - _consumed;
        if (length > room)
        {
            block = block[room..];
            return End(TelnetStep.TooLong);
        }

        _consumed += length;
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
                if (_consumed == maxSubnegotiation)
                    return End(TelnetStep.TooLong);

                _consumed++;
                _state = State.Subnegotiation;
                return TelnetStep.Unfinished;
            default:
                // Starts another sequence, as telnet servers do when the end is missing.
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

/// <summary>The results of <see cref="TelnetFilter.Consume"/>.</summary>
internal enum TelnetStep
{
    /// <summary>The sequence is complete; text follows.</summary>
    Done,

    /// <summary>The block ended within the sequence.</summary>
    Unfinished,

    /// <summary>A data byte 255 belongs to the message: an escaped or a stray one.</summary>
    DataByte,

    /// <summary>A subnegotiation exceeded its cap; text follows.</summary>
    TooLong,
}

/// <summary>Bytes of the telnet protocol (RFC 854, RFC 855, RFC 885).</summary>
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
