using ActorChat.Protocol.Text;

namespace ActorChat.Protocol.Lines;

/// <summary>A typed line, as <see cref="ChatCommandParser"/> reads it. Texts hold nothing that <see cref="DisplayText"/> removes.</summary>
internal abstract record ChatCommand
{
    private ChatCommand() { }

    /// <summary>A public message.</summary>
    /// <param name="Text">The message.</param>
    /// <param name="Addressed">Its reading as <c>@room text</c>; null without that form. It holds only if the user is in that room.</param>
    public sealed record Post(string Text, AddressedPost? Addressed = null) : ChatCommand
    {
        /// <summary>The client's own mark: sent again with the same, the message counts once. Null without one.</summary>
        public string? Mark { get; init; }
    }

    /// <summary>A command with the number that its client wants to read in the answers.</summary>
    public sealed record Numbered(long Request, ChatCommand What) : ChatCommand;

    /// <summary>A command for a room that it names.</summary>
    /// <param name="Room">The room as typed: not checked.</param>
    /// <param name="What">The command, which is meant for no other room.</param>
    public sealed record In(string Room, ChatCommand What) : ChatCommand;

    /// <summary>Asks to come in, before login.</summary>
    /// <param name="Nickname">The nickname as typed: not checked.</param>
    public sealed record Hello(string Nickname) : ChatCommand;

    /// <summary>A request of a program that cannot be understood.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Subject">The type or the field concerned; may be empty.</param>
    public sealed record Invalid(RequestFault Fault, string Subject = "") : ChatCommand;

    /// <summary>A message for one user alone.</summary>
    /// <param name="To">The receiver as typed: neither checked nor known to be connected.</param>
    /// <param name="Text">The message, not empty.</param>
    public sealed record Private(string To, string Text) : ChatCommand;

    /// <summary>Enters a room.</summary>
    /// <param name="Room">The room as typed: not checked; may be empty.</param>
    public sealed record Join(string Room) : ChatCommand;

    /// <summary>Leaves a room.</summary>
    /// <param name="Room">The room as typed; empty for the current one.</param>
    public sealed record Part(string Room) : ChatCommand;

    /// <summary>Chooses the room that plain text goes to.</summary>
    /// <param name="Room">The room as typed; empty asks which it is.</param>
    public sealed record Focus(string Room) : ChatCommand;

    /// <summary>Which rooms are there?</summary>
    /// <param name="Page">The page of the list, from 1.</param>
    public sealed record Rooms(int Page) : ChatCommand;

    /// <summary>Sets the topic of the current room.</summary>
    /// <param name="Text">The topic; empty asks for it.</param>
    public sealed record Topic(string Text) : ChatCommand;

    /// <summary>What was said in a room?</summary>
    /// <param name="Number">The message next to those asked for; <see cref="long.MaxValue"/> for the last ones.</param>
    /// <param name="IsForward">Whether later messages are asked for; otherwise earlier ones.</param>
    /// <param name="Count">How many, 1 to 100.</param>
    /// <param name="Room">The room as typed; empty for the current one.</param>
    public sealed record History(long Number, bool IsForward, int Count, string Room) : ChatCommand;

    /// <summary>A request for history whose numbers are none.</summary>
    public sealed record MalformedHistory : ChatCommand;

    /// <summary>Looks for messages in the user's rooms.</summary>
    /// <param name="Text">The words as typed; may be empty.</param>
    /// <param name="Before">Only messages below this number of the table.</param>
    public sealed record Search(string Text, long Before) : ChatCommand;

    /// <summary>An order of somebody in charge: of the room, or of the server.</summary>
    /// <param name="Kind">What is to be done.</param>
    /// <param name="IsForServer">Whether it is about the whole server, and not about the current room.</param>
    /// <param name="Subject">To whom: a nickname or a network as typed; may be empty.</param>
    /// <param name="Text">What else was typed: for how long, why, how many seconds.</param>
    public sealed record Order(ModerationKind Kind, bool IsForServer, string Subject, string Text) : ChatCommand
    {
        /// <summary>Keeps addresses and words of users out of the log.</summary>
        public override string ToString() => $"Order {{ Kind = {Kind}, IsForServer = {IsForServer} }}";
    }

    /// <summary>Who is connected?</summary>
    /// <param name="Page">The page of the list, from 1.</param>
    public sealed record List(int Page) : ChatCommand;

    /// <summary>Chooses how the server writes to this client, before login.</summary>
    /// <param name="WantsNumbers">Whether lines are to have the rooms' numbers; there is no other choice.</param>
    public sealed record Client(bool WantsNumbers) : ChatCommand;

    /// <summary>Does something with an account.</summary>
    /// <param name="Action">What.</param>
    /// <param name="Words">What follows, passwords among it: neither checked nor counted.</param>
    public sealed record Account(AccountAction Action, IReadOnlyList<string> Words) : ChatCommand
    {
        /// <summary>Keeps passwords out of the log.</summary>
        public override string ToString() => $"Account {{ Action = {Action} }}";
    }

    public sealed record WhoAmI : ChatCommand;

    /// <summary>Is the server there?</summary>
    public sealed record Ping : ChatCommand;

    /// <summary>The server's time.</summary>
    public sealed record Time : ChatCommand;

    /// <summary>The list of commands.</summary>
    /// <param name="IsAboutModeration">Whether it is about the commands that keep order.</param>
    public sealed record Help(bool IsAboutModeration = false) : ChatCommand;

    public sealed record Quit : ChatCommand;

    /// <summary>A command that does not exist.</summary>
    /// <param name="Verb">The first word with its <c>/</c>, cut to <see cref="ChatCommandParser.MaxVerbLength"/>.</param>
    public sealed record Unknown(string Verb) : ChatCommand;

    /// <summary>A private message without a receiver or without a text.</summary>
    public sealed record MalformedPrivate : ChatCommand;

    /// <summary>A line that shows nothing. It is not answered.</summary>
    public sealed record Nothing : ChatCommand;
}

/// <summary>Why a request of a program cannot be understood.</summary>
internal enum RequestFault
{
    /// <summary>It is no JSON object.</summary>
    NotObject,

    /// <summary>Its type is missing or unknown.</summary>
    UnknownType,

    /// <summary>A field is missing, or has a value that it cannot have.</summary>
    BadField,

    /// <summary>Its text has too many bytes.</summary>
    TextTooLong,
}

/// <summary>What can be done with an account, which is a nickname with a password.</summary>
internal enum AccountAction
{
    /// <summary>Make one.</summary>
    Register,

    /// <summary>Show that one is its owner.</summary>
    Identify,

    /// <summary>Replace its password.</summary>
    ChangePassword,

    /// <summary>End it.</summary>
    Unregister,
}

/// <summary>A public message that names its room.</summary>
/// <param name="Room">The room as typed.</param>
/// <param name="Text">The message behind it, not empty.</param>
internal sealed record AddressedPost(string Room, string Text);
