using Akka.Actor;

namespace ActorChat.Server.Storage.Search;

/// <summary>The commands of <see cref="SearchActor"/>.</summary>
internal abstract record SearchCommand
{
    private SearchCommand()
    {
    }

    /// <summary>Finds messages. Answered by <see cref="SearchEvent.Found"/> or <see cref="SearchEvent.NotFound"/>.</summary>
    internal sealed record Find(SearchQuery Query, IActorRef ReplyTo, long Request) : SearchCommand;
}

/// <summary>The answers of <see cref="SearchActor"/>.</summary>
internal abstract record SearchEvent
{
    private SearchEvent()
    {
    }

    /// <summary>What was found.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Page">The messages.</param>
    /// <param name="Indexed">The part of all messages that was searched, the oldest; 1 for all.</param>
    internal sealed record Found(long Request, SearchPage Page, double Indexed) : SearchEvent;

    /// <summary>The search has no result.</summary>
    internal sealed record NotFound(long Request, NotFoundReason Reason) : SearchEvent;
}

/// <summary>Why a search has no result.</summary>
internal enum NotFoundReason
{
    /// <summary>Too many others wait.</summary>
    Busy,

    /// <summary>It was broken off.</summary>
    TooSlow,

    /// <summary>Nothing can be searched now; why stands in the log already.</summary>
    Unavailable,
}
