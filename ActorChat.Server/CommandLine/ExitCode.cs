namespace ActorChat.Server.CommandLine;

/// <summary>What the process tells its caller. Scripts and service managers rely on these numbers: they are part of the program's contract.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was asked for was done: a clean stop, a check without findings, help, version.</summary>
    public const int Success = 0;

    /// <summary>A port cannot be opened: another program has it, or the address is not one of this machine's.</summary>
    public const int PortUnavailable = 1;

    /// <summary>The database cannot be opened, written to or understood.</summary>
    public const int DatabaseUnavailable = 2;

    /// <summary>The command line or the settings are wrong (EX_USAGE of sysexits.h); nothing was started.</summary>
    public const int Usage = 64;

    /// <summary>ICU, without which .NET does not know Unicode, is not installed (EX_UNAVAILABLE of sysexits.h); nothing was started.</summary>
    public const int LibraryMissing = 69;

    /// <summary>A fault of the program itself (EX_SOFTWARE of sysexits.h).</summary>
    public const int InternalError = 70;

    /// <summary>The copy that was asked for cannot be made: its name is taken, or it cannot be written (EX_CANTCREAT of sysexits.h).</summary>
    public const int CannotCreate = 73;

    /// <summary>What was asked for cannot be written on standard output (EX_IOERR of sysexits.h): help, version, settings.</summary>
    public const int OutputFailed = 74;

    /// <summary>A second signal ended it at once, whatever was under way; as shells report a program that was ended by SIGINT.</summary>
    public const int EndedBySignal = 130;
}
