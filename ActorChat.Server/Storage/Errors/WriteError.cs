namespace ActorChat.Server.Storage.Errors;

/// <summary>Why a write was not stored, as far as anybody would act differently.</summary>
internal enum WriteError
{
    /// <summary>None of the below; the message says more.</summary>
    Other,

    /// <summary>Another process held the write lock for longer than the busy timeout.</summary>
    Locked,

    /// <summary>The disk, a quota or a size limit is full; works again when there is room.</summary>
    Full,

    /// <summary>The file or its folder has become read-only.</summary>
    NotWritable,

    /// <summary>The file's content is not a sound database any more.</summary>
    Damaged,

    /// <summary>A value does not fit into the table, which somebody else made: a narrower column, say. Trying again is of no use.</summary>
    UnfitValue,

    /// <summary>A room's number is taken: whoever gave it did not know the room's last message.</summary>
    NumberTaken,

    /// <summary>Somebody has dropped, renamed or altered a table while it was in use; opened anew, what is missing is made again.</summary>
    TableChanged,

    /// <summary>The database server cannot be reached, or does not answer; the same may succeed later.</summary>
    Unreachable,

    /// <summary>It was not possible to open the database again yet.</summary>
    Closed,

    /// <summary>The disk or the file system reported an error.</summary>
    InputOutput,

    /// <summary>
    /// The file, or the log beside it, was deleted, moved or replaced while it was open. Nothing can be written until it is opened
    /// anew. (What was moved away between the commit and the look at it holds the write all the same.)
    /// </summary>
    Gone,
}

/// <summary>What follows from an error.</summary>
internal static class WriteErrors
{
    /// <summary>
    /// Whether the write may be on disk all the same, or the next will meet another table: the room's last message has to be read again.
    /// </summary>
    public static bool MayBeStored(this WriteError error) => error is not (
        WriteError.Locked or WriteError.Full or WriteError.NotWritable or WriteError.UnfitValue or WriteError.NumberTaken);

    /// <summary>Whether one message alone is to blame, so that others would be stored without it.</summary>
    public static bool IsAboutOne(this WriteError error) => error is WriteError.UnfitValue or WriteError.NumberTaken;
}
