namespace ActorChat.Server.Output;

/// <summary>Callbacks for lost entries. Called on any thread; must not block.</summary>
internal sealed record LossReport
{
    public static readonly LossReport None = new();

    /// <summary>Called for the first lost entry, with the reason; null when nobody reads the output.</summary>
    public Action<Exception?> Started { get; init; } = _ => { };

    /// <summary>Renders the line that replaces so many lost entries in the output.</summary>
    public Func<long, string> Notice { get; init; } = _ => "";

    /// <summary>Called with the number of lost entries when the output works again or is closed.</summary>
    public Action<long> Ended { get; init; } = _ => { };
}
