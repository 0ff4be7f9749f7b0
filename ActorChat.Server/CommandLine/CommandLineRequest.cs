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

    /// <param name="Text">Help or version, ending with a newline.</param>
    public sealed record ShowText(string Text) : CommandLineRequest;

    /// <summary>Exits with <see cref="ExitCode.Usage"/>.</summary>
    /// <param name="Line">A whole <c>[ERROR] …</c> line for standard error.</param>
    public sealed record Refuse(string Line) : CommandLineRequest;
}

/// <summary>The settings on the command line, not checked yet, the weakest of each kind first.</summary>
internal sealed record ServerOptions(IReadOnlyList<string> ConfigFiles, IReadOnlyList<string> Sets, string? LogLevel);
