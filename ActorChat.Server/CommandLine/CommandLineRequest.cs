namespace ActorChat.Server.CommandLine;

/// <summary>A command line, understood. A user's mistake is one of the outcomes.</summary>
internal abstract record CommandLineRequest
{
    private CommandLineRequest()
    {
    }

    /// <summary>Serve.</summary>
    public sealed record Run(ServerOptions Options) : CommandLineRequest;

    /// <summary>Only check settings and database.</summary>
    public sealed record Check(ServerOptions Options) : CommandLineRequest;

    /// <summary>Only write the settings in effect on standard output.</summary>
    public sealed record PrintConfig(ServerOptions Options) : CommandLineRequest;

    /// <summary>Only copy the messages' database.</summary>
    /// <param name="Options">The settings that say where it is.</param>
    /// <param name="File">The copy, as the command line gives it.</param>
    public sealed record Backup(ServerOptions Options, string File) : CommandLineRequest;

    /// <summary>Only show <paramref name="Text"/> (help, version) on standard output, and succeed; it ends with a newline.</summary>
    public sealed record ShowText(string Text) : CommandLineRequest;

    /// <summary>The command line is wrong, exit code <see cref="ExitCode.Usage"/>.</summary>
    /// <param name="Line">Why, as a whole <c>[ERROR] …</c> line for standard error.</param>
    public sealed record Refuse(string Line) : CommandLineRequest;
}
