using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Chat;

/// <summary>Reports lines that cannot be sent as they were given, and remembers that there were some.</summary>
internal sealed class InputCheck(IChatConsole console, Texts texts)
{
    private volatile bool _hasRefused;

    /// <summary>Whether a line was refused.</summary>
    public bool HasRefused => _hasRefused;

    /// <summary>The text of <paramref name="line"/>; null: it was refused, and the user has been told.</summary>
    public async ValueTask<string?> PassAsync(InputLine line)
    {
        if (line.Flaw is not { } flaw)
            return line.Text;

        _hasRefused = true;
        await console.ReportAsync(texts.LineRefused(line.Number, flaw));
        return null;
    }
}
