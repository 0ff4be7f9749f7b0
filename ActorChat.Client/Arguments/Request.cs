using ActorChat.Client.Resources;

namespace ActorChat.Client.Arguments;

/// <summary>A command line, understood. A user's mistake is one of the outcomes.</summary>
internal abstract record Request
{
    private Request() { }

    /// <summary>Connect and talk.</summary>
    public sealed record Run(ClientOptions Options, Texts Texts) : Request;

    /// <summary>Show <paramref name="Text"/> (help, version) on standard output; it ends with a newline.</summary>
    public sealed record Show(string Text) : Request;

    /// <summary>Report the mistake that <paramref name="Message"/> (one line) explains.</summary>
    public sealed record Refuse(string Message) : Request;
}
