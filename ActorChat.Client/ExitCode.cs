namespace ActorChat.Client;

/// <summary>The exit codes of the process. Scripts rely on these numbers.</summary>
internal enum ExitCode
{
    /// <summary>Everything that was asked for was done, help and version included; also an end by a signal.</summary>
    Done = 0,

    /// <summary>The first connection could not be made: nothing listens there, or the host is unknown or out of reach.</summary>
    CannotConnect = 3,

    /// <summary>The server went away unasked, and no person waits for it. In confirmation mode: a message was not confirmed.</summary>
    ConnectionLost = 4,

    /// <summary>The server refused the nickname: somebody has it, or it breaks the rule.</summary>
    NicknameRefused = 5,

    /// <summary>Those in charge of the server have put the user out: expelled or banned. To come back at once would be no use.</summary>
    PutOut = 6,

    /// <summary>The command line is wrong (EX_USAGE of sysexits.h); nothing was connected.</summary>
    WrongArguments = 64,

    /// <summary>A line of the input could not be sent as it was given, and was not sent (EX_DATAERR of sysexits.h).</summary>
    InputRefused = 65,

    /// <summary>ICU, which .NET needs for Unicode, is not installed (EX_UNAVAILABLE of sysexits.h).</summary>
    LibraryMissing = 69,

    /// <summary>Standard input cannot be read or standard output cannot be written (EX_IOERR of sysexits.h).</summary>
    ConsoleFailed = 74,

    /// <summary>A second Ctrl+C or signal ended it before the goodbye was over (128 + SIGINT).</summary>
    Interrupted = 130,
}
