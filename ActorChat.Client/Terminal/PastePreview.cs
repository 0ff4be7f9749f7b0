using System.Text;
using ActorChat.Client.Consoles;

namespace ActorChat.Client.Terminal;

/// <summary>Several pasted lines: how they are shown, and how they are sent.</summary>
internal static class PastePreview
{
    private const int MaxLines = 20;
    private const int MaxCharacters = 500;
    private const string Margin = "   | ";

    /// <summary>The first lines, each ended by <c>\n</c>, and how many more there are.</summary>
    public static (string Lines, int More) Show(IReadOnlyList<string> lines)
    {
        var shown = new StringBuilder();
        foreach (var line in lines.Take(MaxLines))
            shown.Append(Margin).Append(line.Length > MaxCharacters ? Rendering.Excerpt.Of(line) : line).Append('\n');
        return (shown.ToString(), Math.Max(0, lines.Count - MaxLines));
    }

    /// <summary>
    /// The line that makes a message of <paramref name="pasted"/> and nothing else: what would be a command or a private message in
    /// the chat is text by a doubled sign.
    /// </summary>
    public static string AsMessage(string pasted, Presence presence) =>
        presence is Presence.Chatting && pasted[0] is ('/' or '#') ? pasted[0] + pasted : pasted;
}
