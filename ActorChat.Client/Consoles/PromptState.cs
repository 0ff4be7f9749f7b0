namespace ActorChat.Client.Consoles;

/// <summary>Where the user stands: what the prompt shows, and whether a line that is entered now can be sent.</summary>
internal abstract record PromptState
{
    private PromptState()
    {
    }

    /// <summary>Whether somebody takes a line that the user enters.</summary>
    public virtual bool TakesLines => true;

    /// <summary>
    /// How long a line of this presence may be on a server with usual settings, in bytes of UTF-8 (docs/protocol.md: <c>max-line</c>,
    /// <c>max-message</c>).
    /// </summary>
    public virtual int UsualMaxBytes => 1024;

    /// <summary>The first connection is being made, or its server has not spoken yet.</summary>
    public sealed record Connecting : PromptState
    {
        /// <inheritdoc/>
        public override bool TakesLines => false;
    }

    /// <summary>The server asks for the nickname.</summary>
    /// <param name="Prompt">In the server's words.</param>
    /// <param name="Offer">What may be the answer; null: nothing is known.</param>
    public sealed record Naming(string Prompt, string? Offer) : PromptState;

    /// <summary>In the chat.</summary>
    public sealed record Chatting(string Nick) : PromptState;

    /// <summary>The connection is lost, or the nickname not yet ours again.</summary>
    public sealed record Away(string Nick) : PromptState
    {
        /// <inheritdoc/>
        public override bool TakesLines => false;
    }

    /// <summary>Each line is a message for the confirmation port.</summary>
    public sealed record Confirming : PromptState
    {
        /// <inheritdoc/>
        public override int UsualMaxBytes => 4096;
    }
}
