using ActorChat.Protocol.Text;

namespace ActorChat.Protocol.Lines;

/// <summary>A typed line, as <see cref="ChatCommandParser"/> reads it. Texts hold nothing that <see cref="DisplayText"/> removes.</summary>
internal abstract record ChatCommand
{
    private ChatCommand() { }

    /// <summary>A public message.</summary>
    public sealed record Post(string Text) : ChatCommand;

    /// <summary>A message for one user alone.</summary>
    /// <param name="To">The receiver as typed: neither checked nor known to be connected.</param>
    /// <param name="Text">The message, not empty.</param>
    public sealed record Private(string To, string Text) : ChatCommand;

    /// <summary>Who is connected?</summary>
    /// <param name="Page">The page of the list, from 1.</param>
    public sealed record List(int Page) : ChatCommand;

    public sealed record WhoAmI : ChatCommand;

    /// <summary>The server's time.</summary>
    public sealed record Time : ChatCommand;

    /// <summary>The list of commands.</summary>
    public sealed record Help : ChatCommand;

    public sealed record Quit : ChatCommand;

    /// <summary>A command that does not exist.</summary>
    /// <param name="Verb">The first word with its <c>/</c>, cut to <see cref="ChatCommandParser.MaxVerbLength"/>.</param>
    public sealed record Unknown(string Verb) : ChatCommand;

    /// <summary>A private message without a receiver or without a text.</summary>
    public sealed record MalformedPrivate : ChatCommand;

    /// <summary>A line that shows nothing. It is not answered.</summary>
    public sealed record Nothing : ChatCommand;
}
