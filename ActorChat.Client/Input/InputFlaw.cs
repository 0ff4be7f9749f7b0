namespace ActorChat.Client.Input;

/// <summary>Why a line of input cannot be sent as it was given.</summary>
internal abstract record InputFlaw
{
    private InputFlaw()
    {
    }

    /// <summary>Longer than <see cref="LineAssembler.MaxBytes"/>.</summary>
    public sealed record TooLong : InputFlaw;

    /// <summary>As long as the longest line that a terminal gives away: what was typed beyond that is lost, if anything was.</summary>
    public sealed record CutByTerminal : InputFlaw;

    /// <summary>Not valid UTF-8.</summary>
    public sealed record NotUtf8 : InputFlaw;

    /// <summary>It holds a character at which the server ends the message, or which it removes from the text.</summary>
    public sealed record Control(char Character) : InputFlaw;
}
