using ActorChat.Protocol.Text;

namespace ActorChat.Protocol.Lines;

/// <summary>What a line that a chat user typed asks for. Made by <see cref="ChatCommandParser"/>; none holds what is not shown (<see cref="DisplayText"/>).</summary>
internal abstract record ChatCommand
{
    private ChatCommand()
    {
    }

    /// <summary>A public message.</summary>
    public sealed record Post(string Text) : ChatCommand;

    /// <summary>A message for one user alone.</summary>
    /// <param name="To">The receiver as typed: neither checked nor known to be connected.</param>
    /// <param name="Text">The message, not empty.</param>
    public sealed record Private(string To, string Text) : ChatCommand;

    /// <summary>Who is connected?</summary>
    /// <param name="Page">Which page of the list, from 1.</param>
    public sealed record List(int Page) : ChatCommand;

    /// <summary>What is my own nickname?</summary>
    public sealed record WhoAmI : ChatCommand;

    /// <summary>What time is it at the server?</summary>
    public sealed record Time : ChatCommand;

    /// <summary>Which commands are there?</summary>
    public sealed record Help : ChatCommand;

    /// <summary>The user leaves.</summary>
    public sealed record Quit : ChatCommand;

    /// <summary>A command that does not exist.</summary>
    /// <param name="Verb">What was typed up to the first white space, with its <c>/</c>; cut to <see cref="ChatCommandParser.MaxVerbLength"/>.</param>
    public sealed record Unknown(string Verb) : ChatCommand;

    /// <summary>A private message without a receiver or without a text.</summary>
    public sealed record MalformedPrivate : ChatCommand;

    /// <summary>An empty line, or one of white space only: asks for nothing and is not answered.</summary>
    public sealed record Nothing : ChatCommand;
}
