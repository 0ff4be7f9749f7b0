namespace ActorChat.Client;

/// <summary>What the process tells its caller. Scripts rely on these numbers: they are part of the program's contract.</summary>
internal enum ExitCode
{
    /// <summary>Everything that was asked for was done, help and version included; also a wished leave by a signal.</summary>
    Done = 0,

    /// <summary>The first connection could not be made: nothing listens there, or the host is unknown or out of reach.</summary>
    CannotConnect = 3,

    /// <summary>
    /// The server went away unasked, and nobody sits there to wait for it. In confirmation mode: at least one message was not confirmed, for whatever reason.
    /// </summary>
    ConnectionLost = 4,

    /// <summary>The server refused the nickname: somebody has it, or it breaks the rule.</summary>
    NicknameRefused = 5,

    /// <summary>The command line is wrong (EX_USAGE of sysexits.h); nothing was connected.</summary>
    WrongArguments = 64,

    /// <summary>At least one line of the input cannot be sent as it was given, and was not sent (EX_DATAERR of sysexits.h).</summary>
    InputRefused = 65,

    /// <summary>ICU, without which .NET does not know Unicode, is not installed (EX_UNAVAILABLE of sysexits.h).</summary>
    LibraryMissing = 69,

    /// <summary>Standard input cannot be read or standard output cannot be written (EX_IOERR of sysexits.h).</summary>
    ConsoleFailed = 74,

    /// <summary>A second Ctrl+C or signal has ended it, before all was done that the first one had begun (128 + SIGINT).</summary>
    Interrupted = 130,
}
