namespace ActorChat.Server.Resources;

// The answer to /ayuda. What to type and what it does are separate texts, so that they can be aligned here.
internal sealed partial class Texts
{
    private static readonly string[] HelpTopics =
        ["Say", "Private", "List", "Username", "Time", "Help", "Quit", "EscapeCommand", "EscapePrivate"];

    /// <summary>The lines of the answer to <c>/ayuda</c>: what to type, and what it does, in two columns.</summary>
    public IReadOnlyList<string> Help { get; }

    private string[] HelpLines()
    {
        int width = HelpTopics.Max(topic => Text($"Help{topic}Syntax").Length);
        return [.. HelpTopics.Select(topic => $"{Text($"Help{topic}Syntax").PadRight(width)}  {Text($"Help{topic}")}")];
    }
}
