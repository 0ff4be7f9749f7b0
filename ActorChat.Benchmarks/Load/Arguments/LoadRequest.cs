namespace ActorChat.Benchmarks.Load.Arguments;

/// <summary>A command line, understood. A user's mistake is one of the outcomes.</summary>
internal abstract record LoadRequest
{
    private LoadRequest()
    {
    }

    /// <summary>Measure.</summary>
    public sealed record Run(LoadOptions Options) : LoadRequest;

    /// <summary>Show the help.</summary>
    public sealed record Help : LoadRequest;

    /// <summary>The command line is wrong, as <paramref name="Message"/> (one line) explains.</summary>
    public sealed record Refuse(string Message) : LoadRequest;
}
