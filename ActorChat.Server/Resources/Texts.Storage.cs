namespace ActorChat.Server.Resources;

// Why the database cannot be used, and what to do; for Error.
internal sealed partial class Texts
{
    /// <summary>The file is there, but is something else.</summary>
    public string NotADatabase(string path) => Format(nameof(NotADatabase), OneLine(path));

    /// <summary>The file or its folder may not be written to.</summary>
    public string ReadOnlyDatabase(string path) => Format(nameof(ReadOnlyDatabase), OneLine(path));

    /// <summary>The file's folder does not exist.</summary>
    public string FolderMissing(string path) => Format(nameof(FolderMissing), OneLine(path));

    /// <summary>The path is a folder.</summary>
    public string DatabaseIsFolder(string path) => Format(nameof(DatabaseIsFolder), OneLine(path));

    /// <summary>A later server has changed the tables: the version found, and the greatest one that this server knows.</summary>
    public string DatabaseTooNew(string path, long found, long known) => Format(nameof(DatabaseTooNew), OneLine(path), found, known);

    /// <summary>Another program holds the database.</summary>
    public string DatabaseLocked(string path) => Format(nameof(DatabaseLocked), OneLine(path));

    /// <summary>Any other trouble, in the words of the database.</summary>
    public string DatabaseError(string path, string why) => Format(nameof(DatabaseError), OneLine(path), Reason(why));
}
