using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Client.State;

/// <summary>The history as a file, one line each. Clients may share it: each adds to what the file holds by then.</summary>
internal sealed class HistoryFile(StateFolder folder, string name) : IHistoryStore
{
    private bool _hasFailed;

    // The file may have been edited by hand.
    public IReadOnlyList<string> Load() =>
        [.. folder.ReadLines(name).Select(line => EscapeFilter.ToLine(line)).Where(History.Keeps).TakeLast(History.MaxLines)];

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
}
