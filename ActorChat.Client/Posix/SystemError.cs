namespace ActorChat.Client.Posix;

/// <summary>What .NET passes on of an error of the system, by its number (&lt;errno.h&gt;).</summary>
internal static class SystemError
{
    // The same on Linux, macOS and the BSDs.
    private const int NotPermitted = 1, Device = 5, BadDescriptor = 9, NoAccess = 13, IsDirectory = 21, NoSpace = 28, ReadOnly = 30;

    /// <summary>The kind of error behind <paramref name="failure"/>.</summary>
    public static SystemErrorKind Of(Exception failure) => Number(failure) switch
    {
        BadDescriptor => SystemErrorKind.Closed,
        IsDirectory => SystemErrorKind.Directory,
        NoSpace => SystemErrorKind.Full,
        NotPermitted or NoAccess or ReadOnly => SystemErrorKind.Forbidden,
        Device => SystemErrorKind.Device,
        _ => SystemErrorKind.Other,
    };

    // .NET hides the number of some (EACCES, EBADF, EPERM) in an inner exception.
    private static int Number(Exception failure) =>
        failure is UnauthorizedAccessException { InnerException: { } inner } ? inner.HResult : failure.HResult;
}
