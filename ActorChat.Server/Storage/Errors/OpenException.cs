using ActorChat.Server.Resources;

namespace ActorChat.Server.Storage.Errors;

/// <summary>The database cannot be used at all; at start this ends the program with exit code 2 and one line.</summary>
internal sealed class OpenException(string location, OpenError problem, Exception? cause = null)
    : Exception($"{location}: {problem}", cause)
{
    /// <summary>Which database: for SQLite the full path of its file.</summary>
    public string Location { get; } = location;

    public OpenError Error { get; } = problem;

    /// <summary>One line that says why it cannot be used and how to mend it.</summary>
    public string Describe(Texts texts) => Error.Describe(Location, texts, InnerException);
}
