namespace ActorChat.Client.Consoles;

/// <summary>One line a message, in the server's own words.</summary>
/// <param name="answerPrefix">Stands before each line of the confirmation port.</param>
internal sealed class TextRenderer(string answerPrefix) : IConsoleEventRenderer
{
    /// <inheritdoc/>
    public string Render(ConsoleEvent happening) => happening switch
    {
        ConsoleEvent.Received received => $"{received.Line.Text}\n",
        ConsoleEvent.Answered answered => $"{answerPrefix}{answered.Text}\n",

        // Whoever typed it sees it already, and a script knows what it sends.
        ConsoleEvent.Sent or ConsoleEvent.Settled => "",
        _ => throw new ArgumentOutOfRangeException(nameof(happening)),
    };
}
