using ActorChat.Server.Resources;

namespace ActorChat.Server.Storage.Errors;

/// <summary>The database cannot be used at all; at start this ends the program with exit code 2 and one line.</summary>
/// <param name="location">Which database: for SQLite the full path of its file.</param>
/// <param name="problem">Why, with the data that the line for the user needs.</param>
/// <param name="cause">The driver's exception, where there was one.</param>
internal sealed class OpenException(string location, OpenError problem, Exception? cause = null)
    : Exception($"{location}: {problem}", cause)
{
    /// <summary>Which database: for SQLite the full path of its file.</summary>
    public string Location { get; } = location;

    /// <summary>Why it cannot be used.</summary>
    public OpenError Error { get; } = problem;

    /// <summary>One line that says why it cannot be used and how to mend it.</summary>
    public string Describe(Texts texts) => Error.Describe(Location, texts, InnerException);
}
