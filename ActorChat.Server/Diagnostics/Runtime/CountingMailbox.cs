using System.Diagnostics;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>Akka's unbounded mailbox with statistics. <c>mailbox-type</c> names it in the settings; Akka calls this constructor.</summary>
internal sealed class CountingMailbox : MailboxType, IProducesMessageQueue<CountingMessageQueue>
{
    public CountingMailbox(Settings settings, Config config)
        : base(settings, config) => ActorSystemStats.Get(settings.System);

    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new CountingMessageQueue();
}

/// <summary>
/// Queues and counts the messages of one actor. Akka dequeues on the thread that runs the actor, after the previous message.
/// So plain fields suffice, and any thread may read them.
/// </summary>
internal sealed class CountingMessageQueue : UnboundedMessageQueue, IMessageQueue
{
    // A value of _startedAt for an unmeasured message. Zero stands for no message.
    private const long Unmeasured = 1;

    // Coarse steps fit eight years of age into four bytes.
    private const int MillisecondsPerStep = 64;

    private readonly uint _createdAt = Now;
    private ActorTypeStats? _type;
    private long _processed;
    private long _startedAt;
    private long _busy;

    /// <summary>Null until the first instance of the actor exists.</summary>
    public Type? OwnerType => _type?.Type;

    /// <summary>The index in the list of <see cref="ActorTypeStats"/>.</summary>
    public int Index { get; set; }

    public int Restarts => _type?.RestartsOf(this) ?? 0;

    /// <summary>Messages dequeued, by all instances.</summary>
    public long Processed => Volatile.Read(ref _processed);

    public bool IsInWork => Volatile.Read(ref _startedAt) != 0;

    /// <summary>Messages in the queue, plus the current one.</summary>
    public int Waiting => Count + (IsInWork ? 1 : 0);

    public TimeSpan Age => TimeSpan.FromMilliseconds((long)(Now - _createdAt) * MillisecondsPerStep);

    /// <summary>Processing time, as far as it was measured.</summary>
    public TimeSpan Busy
    {
        get
        {
            var startedAt = Volatile.Read(ref _startedAt);
            return Stopwatch.GetElapsedTime(0, Volatile.Read(ref _busy)) + (startedAt > Unmeasured ? Stopwatch.GetElapsedTime(startedAt) : TimeSpan.Zero);
        }
    }

    // Ends the message here too: Akka asks when the thread leaves the actor, perhaps before the queue was found empty.
    bool IMessageQueue.HasMessages
    {
        get
        {
            if (_startedAt != 0)
                EndMessage();
            return HasMessages;
        }
    }

    private static uint Now => (uint)(Environment.TickCount64 / MillisecondsPerStep);

    bool IMessageQueue.TryDequeue(out Envelope envelope)
    {
        if (_startedAt > Unmeasured)
            EndMessage();
        if (!TryDequeue(out envelope))
        {
            _startedAt = 0;
            return false;
        }

        _processed++;
        _startedAt = RuntimeMeter.MeasuresProcessing ? Stopwatch.GetTimestamp() : Unmeasured;
        return true;
    }

    // Called when the actor ends. The remaining messages become dead letters, uncounted.
    void IMessageQueue.CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        CleanUp(owner, deadletters);
        _type?.Remove(this);
    }

    /// <summary>Called for the first instance and for each restart.</summary>
    public void OnIncarnated(ActorTypeStats type)
    {
        if (_type is not null)
        {
            type.CountRestart(this);
            return;
        }

        _type = type;
        type.Add(this);
    }

    // Another thread may run the actor already. Then this ends its message, and the rest of its time is lost.
    private void EndMessage()
    {
        var startedAt = Interlocked.Exchange(ref _startedAt, 0);
        if (startedAt <= Unmeasured)
            return;
        var time = Stopwatch.GetTimestamp() - startedAt;
        Interlocked.Add(ref _busy, time);
        if (_type is { } type)
            RuntimeMeter.RecordProcessing(type, Stopwatch.GetElapsedTime(0, time));
    }
}
