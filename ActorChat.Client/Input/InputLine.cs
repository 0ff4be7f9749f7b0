using System.Threading.Channels;

namespace ActorChat.Client.Input;

/// <summary>One line of the user's input.</summary>
/// <param name="Text">Without its line ending; null when it has a flaw.</param>
/// <param name="IsMessage">Whether it was pasted with others: a message then, whatever it looks like, and never a command.</param>
/// <param name="Flaw">Why it cannot be sent; null when it can.</param>
/// <param name="Number">Its place in the input, from 1; 0 where lines are not counted.</param>
internal readonly record struct InputLine(string? Text, bool IsMessage = false, InputFlaw? Flaw = null, long Number = 0);

/// <summary>Why a line of input cannot be sent as it was given.</summary>
internal abstract record InputFlaw
{
    private InputFlaw() { }

    /// <summary>Longer than <see cref="LineAssembler.MaxBytes"/>.</summary>
    public sealed record TooLong : InputFlaw;

    /// <summary>As long as the longest line that a terminal gives away. What was typed beyond that is lost.</summary>
    public sealed record CutByTerminal : InputFlaw;

    /// <summary>Not valid UTF-8.</summary>
    public sealed record NotUtf8 : InputFlaw;

    /// <summary>It holds a character at which the server ends the message, or which it removes from the text.</summary>
    public sealed record Control(char Character) : InputFlaw;
}

internal static class InputLineReader
{
    /// <summary>The next line, or null at the end (again and again).</summary>
    public static async ValueTask<InputLine?> ReadOrEndAsync(this ChannelReader<InputLine> lines, CancellationToken cancellation)
    {
        while (await lines.WaitToReadAsync(cancellation))
        {
            if (lines.TryRead(out var line))
                return line;
        }

        return null;
    }
}
