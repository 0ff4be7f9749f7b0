namespace ActorChat.Client.Terminal.Editing;

/// <summary>Where entered lines outlive the program.</summary>
internal interface IHistoryStore
{
    /// <summary>The lines of earlier runs, oldest first; none where there are none.</summary>
    IReadOnlyList<string> Load();

    /// <summary>Keeps one more line.</summary>
    /// <returns>Why lines cannot be kept, the first time that this is seen; otherwise null.</returns>
    Exception? Append(string line);
}
