namespace ActorChat.Client.Posix;

/// <summary>The errors of the system that a user meets, as far as there are words for them.</summary>
internal enum SystemErrorKind
{
    /// <summary>Any other one.</summary>
    Other,

    /// <summary>The stream is closed, or open for the other direction only.</summary>
    Closed,

    /// <summary>It is a directory.</summary>
    Directory,

    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>A right is missing.</summary>
    Forbidden,

    /// <summary>The device has failed, or is gone.</summary>
    Device,
}
