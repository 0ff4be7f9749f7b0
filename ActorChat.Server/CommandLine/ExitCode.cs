namespace ActorChat.Server.CommandLine;

/// <summary>The exit codes. Scripts and service managers rely on them; most follow sysexits.h.</summary>
internal static class ExitCode
{
    /// <summary>A clean stop, a check without findings, help, version.</summary>
    public const int Success = 0;

    /// <summary>A port is in use, or its address is not one of this machine's.</summary>
    public const int PortUnavailable = 1;

    /// <summary>The database cannot be opened, written or understood.</summary>
    public const int DatabaseUnavailable = 2;

    /// <summary>EX_USAGE: the command line or the settings are wrong; nothing was started.</summary>
    public const int Usage = 64;

    /// <summary>EX_UNAVAILABLE: ICU, which .NET needs for Unicode, is missing; nothing was started.</summary>
    public const int LibraryMissing = 69;

    /// <summary>EX_SOFTWARE: a fault of the program itself.</summary>
    public const int InternalError = 70;

    /// <summary>EX_CANTCREAT: the name of a backup or an export is taken or not writable.</summary>
    public const int CannotCreate = 73;

    /// <summary>EX_IOERR: help, version or settings could not be written on standard output.</summary>
    public const int OutputFailed = 74;

    /// <summary>A second signal ended the process at once, or the first broke off a purge or an export; 128 + SIGINT, as shells report it.</summary>
    public const int EndedBySignal = 130;
}
