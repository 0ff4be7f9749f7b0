namespace ActorChat.Client.Consoles;

/// <summary>The user's situation, which the prompt shows.</summary>
internal abstract record PromptState
{
    private PromptState() { }

    /// <summary>Whether a line entered now can be sent.</summary>
    public virtual bool TakesLines => true;

    /// <summary>The longest line that a server takes by default (<c>max-line</c>, <c>max-message</c>), in bytes of UTF-8.</summary>
    public virtual int UsualMaxBytes => 1024;

    /// <summary>The first connection is being made, or its server has not spoken yet.</summary>
    public sealed record Connecting : PromptState
    {
        public override bool TakesLines => false;
    }

    /// <summary>The server asks for the nickname, in its own words. A possible answer is offered where one is known.</summary>
    public sealed record Naming(string Prompt, string? Offer) : PromptState;

    /// <summary>A password is asked for, by the server or, for a command, by the client. It is neither shown nor kept.</summary>
    public sealed record Password(string Prompt, bool IsOfCommand = false) : PromptState;

    /// <summary>A certificate is unknown, and the user decides whether to trust it.</summary>
    public sealed record Trusting(string Prompt) : PromptState;

    /// <summary>In the chat.</summary>
    public sealed record Chatting(string Nick) : PromptState;

    /// <summary>The connection is lost, or the nickname not yet ours again. Perhaps only the user can change that.</summary>
    public sealed record Away(string Nick, bool IsWaiting = false) : PromptState
    {
        public override bool TakesLines => false;
    }

    /// <summary>Each line is a message for the confirmation port.</summary>
    public sealed record Confirming : PromptState
    {
        public override int UsualMaxBytes => 4096;
    }
}
