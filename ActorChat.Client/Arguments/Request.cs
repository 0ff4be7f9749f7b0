using ActorChat.Client.Resources;

namespace ActorChat.Client.Arguments;

/// <summary>A command line, understood. A user's mistake is one of the outcomes.</summary>
internal abstract record Request
{
    private Request()
    {
    }

    /// <summary>Connect and talk.</summary>
    /// <param name="Options">How.</param>
    /// <param name="Texts">In which language.</param>
    public sealed record Run(ClientOptions Options, Texts Texts) : Request;

    /// <summary>Only show <paramref name="Text"/> (help, version) on standard output; it ends with a newline.</summary>
    public sealed record Show(string Text) : Request;

    /// <summary>The command line is wrong, as <paramref name="Message"/> (one line) explains.</summary>
    public sealed record Refuse(string Message) : Request;
}
