using ActorChat.Server.Storage;
using ActorChat.Server.Transport;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// Has the messages of a room stored, one batch at a time. Publishes what is committed, and rejects what cannot be stored or has waited for too
/// long. A part of <see cref="RoomActor"/>, which passes on the storage's answers.
/// </summary>
/// <param name="context">The room.</param>
/// <param name="self">The room's actor, which the storage answers.</param>
/// <param name="backlog">What waits; survives a restart of the room.</param>
/// <param name="publish">Publishes an event to all nodes.</param>
internal sealed class RoomWriter(RoomContext context, IActorRef self, RoomLog.Backlog backlog, Action<RoomEvent> publish)
{
    private readonly RoomLog _log = new(context.Room.Casefolded, backlog);
    private ActorTimer _overdue;
    private long _overdueRequest;
    private bool _isPreparing;
    private long _positionRequest;
    private TimeSpan _positionRequestedAt;
    private bool _isPositionAwaited;

    /// <summary>Whether nothing is on its way to the table.</summary>
    public bool IsIdle => _log.InFlight is null && !_log.HasWaiting;

    /// <summary>Whether the storage has not said for long where the room's log ends, so that nothing can be stored.</summary>
    public bool IsStuck => _log.Position is null && _positionRequest != 0 && IsSlow(_positionRequestedAt);

    // Half the authors' time limit, so that they read a refusal and not a timeout.
    private TimeSpan SlowAfter => context.Rules.AnswerTimeout / 2;

    /// <summary>Goes on after a failure.</summary>
    /// <remarks>Reads the last number only when somebody posts: a start waits for nothing that it does not need.</remarks>
    public void Resume()
    {
        if (_log.InFlight is not null)
            AwaitStorage();
        else if (_log.HasWaiting)
            ReadPosition();
    }

    public void Stop() => _overdue.Off();

    /// <summary>Queues a message for <see cref="Store"/>.</summary>
    public void Add(RoomCommand.Post post) => _log.Add(post, context.Clock.Now());

    /// <summary>Stores what waits, now or when the storage is ready for it.</summary>
    public void Store()
    {
        if (_positionRequest == 0)
            ReadPosition();
        StoreNext();
    }

    /// <summary>Rejects a batch over which the room has failed.</summary>
    public void TakeBack(RoomCommand.PostBatch batch)
    {
        foreach (var post in batch.Messages)
            _log.Remove(post);
        RejectAll(batch.Messages, RejectReason.Failed);
    }

    /// <summary>Rejects all that wait.</summary>
    public void RejectWaiting(RejectReason reason) => RejectAll(_log.TakeWaiting(), reason);

    /// <summary>Tells a local room where the log ends, or all of them when it is known.</summary>
    public void FindPosition(IActorRef localRoom)
    {
        if (_log.Position is { } position)
        {
            localRoom.Tell(new RoomEvent.PositionFound(position.Number + 1));
            return;
        }

        _isPositionAwaited = true;
        if (_positionRequest == 0)
            ReadPosition();
    }

    public void OnPrepared()
    {
        _isPreparing = false;
        RejectOverdue();
        AnswerRepeated();
        if (!_log.CanBegin)
            return;
        var batch = _log.Begin(context.Clock.GetLocalNow());
        context.Persistence.Tell(new PersistenceCommand.Store(_log.RowsOf(batch), self, batch.Request));
        AwaitStorage();
    }

    public void OnStored(long request)
    {
        if (_log.Commit(request) is not { } batch)
            return;
        Publish(batch);
        StoreNext();
    }

    public void OnNotStored(PersistenceEvent.NotStored refused)
    {
        if (_log.Refuse(refused.Request) is not { } batch)
            return;
        if (refused.Reason == NotStoredReason.NumberTaken)
            _log.PutBack(batch, context.Clock.Now());
        else
            RejectAll(batch.Posts, RejectReason.NotStored);
        if (refused.Reason == NotStoredReason.Refused && _log.Position is not null)
            StoreNext();
        else
            ReadPosition();
    }

    public void OnPosition(PersistenceEvent.LastRead read)
    {
        // Ignores replies to superseded requests.
        if (_log.Position is not null || read.Request != _positionRequest)
            return;
        if (_log.InFlight is { } batch)
            OnResultKnown(batch, isStored: read.Position.Number >= batch.End.Number);
        _log.Position = read.Position;
        _log.Marks.Reset(read.Marked);
        if (_isPositionAwaited)
            publish(new RoomEvent.PositionFound(read.Position.Number + 1));
        _isPositionAwaited = false;
        StoreNext();
    }

    /// <summary>Rejects all that wait, as nothing can be stored now. The next message or the timer asks again.</summary>
    public void OnPositionUnknown(long request)
    {
        if (request != _positionRequest || _log.InFlight is not null)
            return;
        _positionRequest = 0;
        RejectWaiting(RejectReason.NotStored);
    }

    /// <summary>Rejects waiting messages while the storage does not reply, before their authors read a timeout.</summary>
    public void OnOverdue()
    {
        _overdue.Off();
        if (_log.InFlight is null && _log.Position is not null && !_isPreparing)
            return;
        if (_isPreparing)
        {
            _isPreparing = false;
            StoreNext();
        }

        var isStuck = _log.InFlight?.Request == _overdueRequest;
        if (_log.InFlight is { } batch && !isStuck)
            _overdueRequest = batch.Request;
        else if (_log.Position is null ? IsSlow(_positionRequestedAt + (3 * SlowAfter)) : isStuck)
            ReadPosition();
        if (isStuck || (_log.InFlight is null && _log.Position is null && IsSlow(_positionRequestedAt)))
            RejectWaiting(RejectReason.NotStored);
        AwaitStorage();
    }

    // Not at once: what gathers until the writer has time is delivered together, and deliveries are the cost of a room.
    private void StoreNext()
    {
        if (!_log.CanBegin || _isPreparing)
            return;
        _isPreparing = true;
        context.Persistence.Tell(new PersistenceCommand.Prepare(self));
        AwaitStorage();
    }

    // Keeps messages from being stored after their authors have read a timeout.
    private void RejectOverdue()
    {
        while (_log.TryTakeOlder(context.Clock.Now() - context.Rules.AnswerTimeout) is { } late)
            RoomActor.Reject(late, RejectReason.TimedOut);
    }

    private void AnswerRepeated()
    {
        while (_log.TryTakeRepeated(out var stored) is { } post)
        {
            if (stored.Has(post.Text))
                RoomActor.Answer(post, new ChatEvent.PostedBefore(context.Room.Value, stored.Number, stored.Instant));
            else
                RoomActor.Reject(post, RejectReason.MarkReused);
        }
    }

    // Settles an overdue batch. The storage reads after earlier writes, so the position is final for it.
    private void OnResultKnown(PostBatch batch, bool isStored)
    {
        _log.Refuse(batch.Request);
        if (isStored)
            Publish(batch);
        else
            RejectAll(batch.Posts, RejectReason.NotStored);
    }

    // An author who is not in the room is in none of the local rooms, which confirm messages.
    private void Publish(PostBatch batch)
    {
        publish(new RoomEvent.MessagesPosted(batch.Events(context.Room.Value)));
        for (var i = 0; i < batch.Posts.Length; i++)
        {
            if (batch.Posts[i].IsFromOutside)
                RoomActor.Answer(batch.Posts[i], new ChatEvent.PostedBefore(context.Room.Value, batch.First + i, batch.Instant));
        }
    }

    private static void RejectAll(IReadOnlyList<RoomCommand.Post> posts, RejectReason reason)
    {
        foreach (var post in posts)
            RoomActor.Reject(post, reason);
    }

    private void ReadPosition()
    {
        _log.Position = null;
        _positionRequestedAt = context.Clock.Now();
        _positionRequest = _log.NextRequest();
        context.Persistence.Tell(new PersistenceCommand.ReadLast(context.Room.Casefolded, self, _positionRequest));
        AwaitStorage();
    }

    // Leaves the timer running after a reply: stopping it for each would cost more than a needless tick.
    private void AwaitStorage()
    {
        if (!_overdue.IsOn)
            _overdue.Set(context.Clock.Now() + SlowAfter, context.Clock, self, Overdue.Instance);
    }

    private bool IsSlow(TimeSpan since) => context.Clock.Now() - since >= SlowAfter;

    /// <summary>The storage has not answered for long.</summary>
    internal sealed class Overdue : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly Overdue Instance = new();
    }
}
