namespace ActorChat.Server.Output;

/// <summary>Who is told that entries are lost. Called on any thread, and must not block.</summary>
internal sealed record LossReport
{
    /// <summary>Tells nobody.</summary>
    public static readonly LossReport None = new();

    /// <summary>The first entry is lost; with the reason, or null where the output just takes nothing.</summary>
    public Action<Exception?> Began { get; init; } = _ => { };

    /// <summary>What the output itself gets in the place of so many entries.</summary>
    public Func<long, string> Notice { get; init; } = _ => "";

    /// <summary>So many entries are missing: the output works again, or has come to its end.</summary>
    public Action<long> Ended { get; init; } = _ => { };
}
