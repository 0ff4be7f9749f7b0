using System.Text;
using ActorChat.Client.Rendering;
using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Client.State;

/// <summary>The history as a file, one line each. Two clients may share it: each adds to what the file holds then.</summary>
internal sealed class HistoryFile(StateFolder folder, string name) : IHistoryStore
{
    private bool _hasFailed;

    /// <inheritdoc/>
    public IReadOnlyList<string> Load() => [.. folder.ReadLines(name).Select(Clean).Where(HistoryRule.Keeps).TakeLast(History.MaxLines)];

    /// <inheritdoc/>
    public Exception? Append(string line)
    {
        var lines = Load();
        if (lines.Count > 0 && lines[^1] == line)
            return null;

        var failure = folder.WriteLines(name, lines.Append(line).TakeLast(History.MaxLines));
        var isNew = failure is not null && !_hasFailed;
        _hasFailed |= isNew;
        return isNew ? failure : null;
    }

    // The file can be edited by hand, or by somebody else's program.
    private static string Clean(string line)
    {
        var shown = new StringBuilder();
        new EscapeFilter().Append(line, shown);
        return shown.Replace('\t', ' ').ToString();
    }
}
