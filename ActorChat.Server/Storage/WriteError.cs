namespace ActorChat.Server.Storage;

/// <summary>Why a write was not stored, as far as an operator would act differently.</summary>
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

    /// <summary>Somebody has dropped, renamed or altered a table while it was in use; opened anew, what is missing is made again.</summary>
    TableChanged,

    /// <summary>The database server cannot be reached, or does not answer; the same may succeed later.</summary>
    Unreachable,

    /// <summary>The disk or the file system reported an error.</summary>
    InputOutput,

    /// <summary>
    /// The file, or the log beside it, was deleted, moved or replaced while it was open. Nothing can be written until it is opened
    /// anew. (What was moved away between the commit and the look at it holds the write all the same.)
    /// </summary>
    Gone,
}
