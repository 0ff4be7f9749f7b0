using Akka.Actor;

namespace ActorChat.Server.Chat.Api;

/// <summary>What a program asks for.</summary>
/// <param name="Room">The room that it is about.</param>
internal abstract record ApiRequest(RoomName Room)
{
    /// <summary>Posts a message. Answered by <see cref="ChatEvent.PostedBefore"/>.</summary>
    /// <param name="Room">The room, which the program need not be in.</param>
    /// <param name="What">The text, and what the program knows it by.</param>
    internal sealed record Post(RoomName Room, ChatCommand.Post What) : ApiRequest(Room)
    {
        /// <summary>Keeps the text out of the log.</summary>
        public override string ToString() => $"Post {{ {Room} }}";
    }

    /// <summary>Reads a page of what was said. Answered by <see cref="ChatEvent.HistoryPage"/>.</summary>
    /// <param name="Room">The room.</param>
    /// <param name="Number">The number of the message next to the page, which is not on it.</param>
    /// <param name="IsForward">Whether to read later messages; otherwise earlier ones.</param>
    /// <param name="Count">The most messages.</param>
    internal sealed record Read(RoomName Room, long Number, bool IsForward, int Count) : ApiRequest(Room);
}

/// <summary>The reasons of <see cref="ChatEvent.ApiRefused"/>, which only programs are given.</summary>
internal enum ApiFault
{
    /// <summary>The token is missing, wrong or revoked.</summary>
    TokenInvalid,

    /// <summary>Too many wait for an answer, or the server stops, or the tokens cannot be read.</summary>
    ServerBusy,

    /// <summary>Nothing can be done in that way at this address.</summary>
    MethodUnknown,

    /// <summary>The body is of a kind that the server does not read.</summary>
    MediaTypeUnknown,

    /// <summary>The body did not come in time.</summary>
    RequestTooSlow,
}

/// <summary>To <see cref="ApiActor"/>, from the web port: a request, and where its answer is awaited.</summary>
/// <param name="TokenHash">The hash of the token that came with it.</param>
/// <param name="Address">The program's network address.</param>
/// <param name="Request">What it asks for.</param>
/// <param name="Answer">Completed once: with what was asked for, or with why not.</param>
internal sealed record ApiCall(string TokenHash, string Address, ApiRequest Request, TaskCompletionSource<ChatEvent> Answer)
    : INoSerializationVerificationNeeded
{
    /// <summary>Keeps token and address out of the log.</summary>
    public override string ToString() => $"ApiCall {{ {Request} }}";
}

/// <summary>To <see cref="ApiActor"/>, from the web port: whether the server serves. True only where the storage answers.</summary>
internal sealed record HealthCall(TaskCompletionSource<bool> Answer) : INoSerializationVerificationNeeded;

/// <summary>The other messages of <see cref="ApiActor"/>.</summary>
internal abstract record ApiCommand
{
    private ApiCommand()
    {
    }

    /// <summary>From a request: may it go on? Answered by <see cref="ApiEvent.Admitted"/>.</summary>
    internal sealed record Admit(Nickname Name) : ApiCommand;

    /// <summary>Refuses what comes from now on. Answered by <see cref="ApiEvent.Drained"/> when the others are answered.</summary>
    internal sealed record Stop : ApiCommand;
}

/// <summary>The answers of <see cref="ApiActor"/>.</summary>
internal abstract record ApiEvent
{
    private ApiEvent()
    {
    }

    /// <param name="WaitSeconds">0 for yes; otherwise when to ask again.</param>
    internal sealed record Admitted(int WaitSeconds) : ApiEvent;

    internal sealed record Drained : ApiEvent;
}

/// <summary>The dependencies of <see cref="ApiActor"/>.</summary>
/// <param name="Tokens">Looks up tokens.</param>
/// <param name="Nicknames">Knows who is banned from the server.</param>
/// <param name="Rooms">Knows the rooms.</param>
/// <param name="History">Reads what was said.</param>
/// <param name="Persistence">Tells whether the storage is open.</param>
/// <param name="Sessions">Numbers the requests, as if each were a user's session.</param>
/// <param name="Rate">How often a token may ask; null for any number.</param>
/// <param name="AnswerTimeout">How long an answer may take.</param>
/// <param name="Clock">The clock.</param>
internal sealed record ApiContext(
    IActorRef Tokens,
    IActorRef Nicknames,
    IActorRef Rooms,
    IActorRef History,
    IActorRef Persistence,
    SessionIds Sessions,
    Rate? Rate,
    TimeSpan AnswerTimeout,
    TimeProvider Clock);
