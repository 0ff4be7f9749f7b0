using ActorChat.Server.Storage.Search;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>Executes a member's searches, in the rooms that the member is in.</summary>
/// <param name="session">The member's session.</param>
internal sealed class SearchCommands(ClientSession session)
{
    /// <summary>The words of one search.</summary>
    public const int MaxWords = 16;

    private string[] _words = [];

    /// <summary>Executes a search. Nothing may be in flight.</summary>
    public void Execute(ChatCommand.Search search)
    {
        _words = SearchWords.Split(search.Text);
        if (session.Rooms.Count == 0)
            Reject(RejectReason.InNoRoom);
        else if (_words.Length == 0)
            Reject(RejectReason.SearchTooShort);
        else if (_words.Length > MaxWords)
            Reject(RejectReason.SearchTooLong);
        else
            Ask(new SearchQuery([.. session.Rooms.All.Select(room => room.Name.Casefolded)], _words, search.Before));
    }

    /// <summary>Handles an answer; false if it comes after its time limit.</summary>
    public bool TryReceive(SearchEvent answer)
    {
        switch (answer)
        {
            case SearchEvent.Found found when session.TryComplete(found.Request):
                session.Send(PageOf(found.Page, found.Indexed));
                return true;
            case SearchEvent.NotFound refused when session.TryComplete(refused.Request):
                Reject(ReasonOf(refused.Reason));
                return true;
            default:
                return false;
        }
    }

    private static RejectReason ReasonOf(NotFoundReason reason) => reason switch
    {
        NotFoundReason.Busy => RejectReason.SearchBusy,
        NotFoundReason.TooSlow => RejectReason.SearchTooSlow,
        NotFoundReason.Unavailable => RejectReason.SearchUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private ChatEvent.SearchPage PageOf(SearchPage page, double indexed)
    {
        var names = session.Rooms.All.ToDictionary(room => room.Name.Casefolded, room => room.Name.Value);
        var messages = page.Messages.Select(message => ChatEvent.MessagePosted.From(message, names.GetValueOrDefault(message.Room, message.Room)));
        return new ChatEvent.SearchPage([.. messages], _words, page.More, indexed);
    }

    private void Ask(SearchQuery query)
    {
        session.Connection.Pause();
        session.Context.Search.Tell(new SearchCommand.Find(query, session.Self, session.Begin()));
    }

    private void Reject(RejectReason reason) => session.Send(new ChatEvent.Rejected(reason));
}
