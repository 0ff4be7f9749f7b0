namespace ActorChat.Client.Chat;

/// <summary>What a server says to somebody who wants to come in.</summary>
internal abstract record HandshakeStep
{
    private HandshakeStep()
    {
    }

    /// <summary>It asks for the nickname; after an attempt this means that the attempt was refused.</summary>
    /// <param name="Prompt">In its words.</param>
    /// <param name="IsTaken">Whether the refusal was because somebody has the nickname.</param>
    public sealed record Asked(string Prompt, bool IsTaken) : HandshakeStep;

    /// <summary>The nickname is ours.</summary>
    /// <param name="Nick">As the server writes it.</param>
    public sealed record Admitted(string Nick) : HandshakeStep;
}
