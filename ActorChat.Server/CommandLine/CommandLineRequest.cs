namespace ActorChat.Server.CommandLine;

/// <summary>A parsed command line.</summary>
internal abstract record CommandLineRequest
{
    private CommandLineRequest() { }

    public sealed record Run(ServerOptions Options) : CommandLineRequest;

    /// <summary>Checks settings, ports and database; starts nothing.</summary>
    public sealed record Check(ServerOptions Options) : CommandLineRequest;

    public sealed record PrintConfig(ServerOptions Options) : CommandLineRequest;

    /// <param name="Options">The settings that locate the database.</param>
    /// <param name="File">The target as given on the command line.</param>
    public sealed record Backup(ServerOptions Options, string File) : CommandLineRequest;

    /// <param name="Options">The settings that locate the database.</param>
    /// <param name="File">The target as given on the command line.</param>
    /// <param name="Selection">Which messages.</param>
    public sealed record Export(ServerOptions Options, string File, MessageSelection Selection) : CommandLineRequest;

    /// <param name="Options">The settings that locate the database.</param>
    /// <param name="Before">Messages that were sent before it are deleted.</param>
    public sealed record Purge(ServerOptions Options, DateTimeOffset Before) : CommandLineRequest;

    /// <param name="Options">The settings that locate the database.</param>
    /// <param name="Action">What to do.</param>
    /// <param name="Name">Whose token; none where all are listed.</param>
    public sealed record Tokens(ServerOptions Options, TokenAction Action, Nickname Name = default) : CommandLineRequest;

    /// <param name="Text">Help or version, ending with a newline.</param>
    public sealed record ShowText(string Text) : CommandLineRequest;

    /// <summary>Exits with <see cref="ExitCode.Usage"/>.</summary>
    /// <param name="Line">A whole <c>[ERROR] …</c> line for standard error.</param>
    public sealed record Refuse(string Line) : CommandLineRequest;
}

/// <summary>What is done with the tokens of programs.</summary>
internal enum TokenAction
{
    Make,
    Revoke,
    List,
}

/// <summary>Chooses messages.</summary>
/// <param name="Room">Those of this room; null for all, those of the confirmation port included.</param>
/// <param name="From">Those that were sent then or later; null from the first.</param>
/// <param name="To">Those that were sent before it; null to the last.</param>
internal sealed record MessageSelection(RoomName? Room = null, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    /// <param name="room">The room as compared; empty for none.</param>
    /// <param name="instant">Unix time in ms.</param>
    public bool Includes(string room, long instant) =>
        (Room is not { } wanted || wanted.Casefolded == room)
        && (From is not { } from || instant >= from.ToUnixTimeMilliseconds())
        && (To is not { } to || instant < to.ToUnixTimeMilliseconds());
}

/// <summary>The settings on the command line, not checked yet, the weakest of each kind first.</summary>
internal sealed record ServerOptions(IReadOnlyList<string> ConfigFiles, IReadOnlyList<string> Sets, string? LogLevel);
