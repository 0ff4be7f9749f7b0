using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Tests.Client.Support;

/// <summary>A history in memory.</summary>
internal sealed class KeptHistory : IHistoryStore
{
    public List<string> Lines { get; } = [];

    public IReadOnlyList<string> Load() => [.. Lines];

    public Exception? Append(string line)
    {
        Lines.Add(line);
        return null;
    }
}
