using Akka.Actor;

namespace ActorChat.Server.Storage;

/// <summary>Requests that wait for an answer, in order, and what they want stored. It stays with the actor until each has been answered.</summary>
internal sealed class MessageBatch
{
    private readonly Queue<PersistenceCommand.Store> _requests = [];
    private readonly List<MessageRecord> _messages = [];

    /// <summary>How many wait.</summary>
    public int Requests => _requests.Count;

    /// <summary>The messages of all that have been added since all were answered.</summary>
    public IReadOnlyList<MessageRecord> Messages => _messages;

    /// <summary>The messages of the first that waits.</summary>
    public IReadOnlyList<MessageRecord> First => _requests.Peek().Messages;

    public void Add(PersistenceCommand.Store request)
    {
        _requests.Enqueue(request);
        _messages.AddRange(request.Messages);
    }

    /// <summary>Answers the first that waits.</summary>
    /// <param name="reason">Why it is refused; null when it is stored.</param>
    public void AnswerFirst(NotStoredReason? reason)
    {
        var request = _requests.Dequeue();
        if (_requests.Count == 0)
            _messages.Clear();
        request.ReplyTo.Tell(reason is { } why ? new PersistenceEvent.NotStored(request.Request, why) : new PersistenceEvent.Stored(request.Request));
    }

    /// <summary>Answers all.</summary>
    /// <param name="reason">Why they are refused; null when they are stored.</param>
    public void AnswerAll(NotStoredReason? reason)
    {
        while (_requests.Count > 0)
            AnswerFirst(reason);
    }
}
