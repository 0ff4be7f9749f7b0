using ActorChat.Server.Storage.History;
using ActorChat.Server.Transport;
using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms.Local;

/// <summary>
/// Reads the last messages for newcomers, from the storage: what was deleted is not told, and no room keeps anything in memory. Until they
/// are read, what is written to a newcomer is held back, so that the past and what follows have no gap and nothing twice.
/// </summary>
/// <param name="context">The local room's dependencies.</param>
/// <param name="self">The local room.</param>
/// <param name="state">What outlives a failure of the local room.</param>
/// <param name="welcome">Lets a newcomer in, with these messages.</param>
internal sealed class Replays(
    LocalRoomContext context, IActorRef self, Replays.State state, Action<LocalMember, ChatEvent.MessagePosted[]> welcome)
{
    // Fits beside a replay into what may wait for a reader.
    private const int MaxHeld = 48 * 1024;

    private ActorTimer _timeout;
    private long _reading;

    // Leaves most of the newcomer's time limit to the rest of its way.
    private TimeSpan Limit => context.Rules.AnswerTimeout / 4;

    private int Count => Math.Max(context.Rules.Replay, context.Rules.ReplayNumbered);

    private TimeSpan Now => context.Clock.Now();

    /// <summary>Goes on after a failure.</summary>
    public void Resume() => AwaitFirst();

    /// <summary>Holds back what is written to a newcomer until its replay is read.</summary>
    public void Begin(LocalMember newcomer)
    {
        (newcomer.State, newcomer.ReplayUntil) = (MemberState.Replaying, Now + Limit);
        state.Waiting.Add(newcomer);
        AwaitFirst();
        if (state.Next is { } next)
            Read([newcomer], next);
        else
            context.Room.Tell(new RoomCommand.FindPosition(self));
    }

    /// <summary>Takes a newcomer out that has gone.</summary>
    public void Remove(LocalMember member)
    {
        if (state.Waiting.Count > 0)
            state.Waiting.Remove(member);
    }

    /// <summary>Notes the number of the message that is delivered next.</summary>
    public void OnPosition(long next)
    {
        if (state.Next is null && state.Waiting.Count > 0)
            Read([.. state.Waiting], next);
        state.Next = next;
    }

    /// <summary>As <see cref="OnPosition"/>, after a delivery. Lets those in for whom too much waits.</summary>
    public void OnDelivered(long next)
    {
        state.Next = next;
        if (state.Waiting.Count > 0)
            LetIn(newcomer => newcomer.HeldBytes > MaxHeld, []);
    }

    /// <summary>Lets those in who have waited for this answer.</summary>
    public void On(HistoryEvent answer)
    {
        var (request, messages) = answer switch
        {
            HistoryEvent.Page page => (page.Request, page.Messages),
            HistoryEvent.NotRead refused => (refused.Request, []),
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };
        if (_reading == request)
            _reading = 0;
        LetIn(newcomer => newcomer.FirstLive == request, [.. messages.Select(message => ChatEvent.MessagePosted.From(message, context.Name.Value))]);
    }

    /// <summary>Lets those in who have waited for too long. The answer may be lost: the next newcomer asks anew.</summary>
    public void OnTimeout()
    {
        _timeout.Off();
        _reading = 0;
        LetIn(newcomer => newcomer.ReplayUntil <= Now, []);
        AwaitFirst();
    }

    public void Stop() => _timeout.Off();

    // Newcomers with the same place share a request, also one that is on its way.
    private void Read(LocalMember[] newcomers, long next)
    {
        foreach (var newcomer in newcomers)
            newcomer.FirstLive = next;
        if (next == 1)
            LetIn(newcomer => newcomer.FirstLive == next, []);
        else if (_reading != next)
            Ask(next);
    }

    private void Ask(long next)
    {
        _reading = next;
        context.History.Tell(new HistoryCommand.Read(
            context.Name.Casefolded, new HistoryPosition(next, IsForward: false), Count, self, next, Now + Limit));
    }

    private void AwaitFirst()
    {
        if (state.Waiting is [var first, ..])
            _timeout.Set(first.ReplayUntil, context.Clock, self, TimeoutOver.Instance);
    }

    private void LetIn(Predicate<LocalMember> which, ChatEvent.MessagePosted[] messages)
    {
        foreach (var newcomer in state.Waiting.FindAll(which))
        {
            state.Waiting.Remove(newcomer);
            welcome(newcomer, messages);
        }
    }

    /// <summary>What outlives a failure.</summary>
    internal sealed class State
    {
        /// <summary>The number of the message that is delivered next; null while unknown.</summary>
        public long? Next { get; set; }

        /// <summary>The newcomers whose replay is being read, in the order in which they came.</summary>
        public List<LocalMember> Waiting { get; } = [];
    }

    /// <summary>A replay has not been read in time.</summary>
    internal sealed class TimeoutOver : INoSerializationVerificationNeeded
    {
        public static readonly TimeoutOver Instance = new();
    }
}
