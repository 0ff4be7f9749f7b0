namespace ActorChat.Benchmarks.Durable;

/// <summary>What is stored: a line of chat as it is usual.</summary>
internal static class Sample
{
    /// <summary>64 characters of ASCII.</summary>
    public static readonly string Text = new('x', 64);

    /// <summary>The room.</summary>
    public const string Room = "general";
}
