namespace ActorChat.Client.Consoles;

/// <summary>One line a message, in the server's own words.</summary>
/// <param name="answerPrefix">Stands before each line of the confirmation port.</param>
internal sealed class TextRenderer(string answerPrefix) : IHappeningRenderer
{
    /// <inheritdoc/>
    public string Render(Happening happening) => happening switch
    {
        Happening.Received received => $"{received.Line.Text}\n",
        Happening.Answered answered => $"{answerPrefix}{answered.Text}\n",

        // Whoever typed it sees it already, and a script knows what it sends.
        Happening.Sent or Happening.Settled => "",
        _ => throw new ArgumentOutOfRangeException(nameof(happening)),
    };
}
