namespace ActorChat.Client.Chat;

/// <summary>
/// Recognises that the server asks for something: its text stops at a colon and a space, without a newline (<c>Nickname: </c>).
/// The form is looked at and not the word, so that a server may ask in any language.
/// </summary>
internal sealed class PromptDetector
{
    private const string PromptEnd = ": ";

    private string _tail = "";

    /// <summary>Takes the next piece of the server's text; true when a prompt stands at its end.</summary>
    public bool Observe(string text)
    {
        var seen = _tail + text;
        _tail = seen[Math.Max(0, seen.Length - PromptEnd.Length)..];
        return _tail is PromptEnd;
    }
}
