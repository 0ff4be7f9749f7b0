using ActorChat.Server.Resources;

namespace ActorChat.Server.Errors;

/// <summary>Describes errors of files, pipes and devices by the system's number: errno, or a Win32 code on Windows.</summary>
internal static class FileErrorWords
{
    private const int Windows = unchecked((int)0x80070000);

    /// <summary>Returns null for exceptions without a known reason.</summary>
    public static string? Describe(Exception failure, Texts texts) => failure switch
    {
        FileNotFoundException => texts.NoSuchFile,
        DirectoryNotFoundException or DriveNotFoundException => texts.NoSuchFolder,
        PathTooLongException => texts.NameTooLong,
        UnauthorizedAccessException => texts.NoPermission,
        ArgumentException { ParamName: "path" } => texts.InvalidName,
        IOException => FindByHResult(failure.HResult, texts),
        _ => null,
    };

    // Negative numbers, apart from Win32 codes, are .NET's own.
    private static string? FindByHResult(int number, Texts texts) => number switch
    {
        > 0 => FindByErrno(number, texts) ?? texts.SystemErrorNumber(number),
        _ when (number & ~0xFFFF) == Windows => FindByWin32(number & 0xFFFF, texts) ?? texts.SystemErrorNumber(number & 0xFFFF),
        _ => null,
    };

    // Numbers up to 34 are the same on every Unix; higher ones are Linux's.
    private static string? FindByErrno(int number, Texts texts) => number switch
    {
        1 or 13 => texts.NoPermission,
        2 => texts.NoSuchFile,
        5 => texts.DiskError,
        6 or 19 => texts.NoSuchDevice,
        9 => texts.OutputClosed,
        11 or 16 or 26 => texts.InUse,
        12 => texts.OutOfMemory,
        17 => texts.AlreadyExists,
        20 => texts.NotAFolder,
        21 => texts.IsFolder,
        23 or 24 => texts.TooManyOpenFiles,
        27 => texts.FileTooLarge,
        28 => texts.DiskFull,
        30 => texts.ReadOnlyDisk,
        32 => texts.BrokenPipe,
        36 => texts.NameTooLong,
        40 => texts.SymlinkCycle,
        122 => texts.QuotaExceeded,
        _ => null,
    };

    private static string? FindByWin32(int number, Texts texts) => number switch
    {
        2 => texts.NoSuchFile,
        3 => texts.NoSuchFolder,
        4 => texts.TooManyOpenFiles,
        5 => texts.NoPermission,
        19 => texts.ReadOnlyDisk,
        32 or 33 => texts.InUse,
        39 or 112 => texts.DiskFull,
        80 or 183 => texts.AlreadyExists,
        109 or 232 => texts.BrokenPipe,
        123 => texts.InvalidName,
        206 => texts.NameTooLong,
        _ => null,
    };
}
