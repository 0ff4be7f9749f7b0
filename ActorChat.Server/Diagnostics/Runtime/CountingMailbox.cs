using System.Diagnostics;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>Akka's own unbounded mailbox, which counts. The settings name it as <c>mailbox-type</c>; Akka asks for this constructor.</summary>
internal sealed class CountingMailbox : MailboxType, IProducesMessageQueue<CountingMessageQueue>
{
    public CountingMailbox(Settings settings, Config config)
        : base(settings, config) => ActorSystemStats.Of(settings.System);

    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new CountingMessageQueue();
}

/// <summary>
/// The messages of one actor, and its figures. Akka takes the next message on the one thread that runs the actor, when the message
/// before has ended: so plain fields do, and any thread may read them.
/// </summary>
internal sealed class CountingMessageQueue : UnboundedMessageQueue, IMessageQueue
{
    // Not zero, which stands for no message in work, and no time of the clock.
    private const long Unmeasured = 1;

    // The age of an actor fits into four bytes in such steps, for eight years.
    private const int MillisecondsPerStep = 64;

    private readonly uint _made = Now;
    private ActorTypeStats? _type;
    private long _processed;
    private long _began;
    private long _busy;

    /// <summary>The type of the actor; null until its first instance is made.</summary>
    public Type? OwnerType => _type?.Type;

    /// <summary>Its place among the living of its type.</summary>
    public int Index { get; set; }

    /// <summary>How often the actor was restarted.</summary>
    public int Restarts => _type?.RestartsOf(this) ?? 0;

    /// <summary>The messages taken up, by all instances.</summary>
    public long Processed => Volatile.Read(ref _processed);

    /// <summary>Whether a message is in work.</summary>
    public bool IsInWork => Volatile.Read(ref _began) != 0;

    /// <summary>The messages that wait, the one in work included.</summary>
    public int Waiting => Count + (IsInWork ? 1 : 0);

    /// <summary>How long ago the actor was made.</summary>
    public TimeSpan Age => TimeSpan.FromMilliseconds((long)(Now - _made) * MillisecondsPerStep);

    /// <summary>The time of its messages, as far as it was measured.</summary>
    public TimeSpan Busy
    {
        get
        {
            var began = Volatile.Read(ref _began);
            return Stopwatch.GetElapsedTime(0, Volatile.Read(ref _busy)) + (began > Unmeasured ? Stopwatch.GetElapsedTime(began) : TimeSpan.Zero);
        }
    }

    // Akka asks so when the thread has let go of the actor, which may be before its queue was found empty.
    bool IMessageQueue.HasMessages
    {
        get
        {
            if (_began != 0)
                EndMessage();
            return HasMessages;
        }
    }

    private static uint Now => (uint)(Environment.TickCount64 / MillisecondsPerStep);

    bool IMessageQueue.TryDequeue(out Envelope envelope)
    {
        if (_began > Unmeasured)
            EndMessage();
        if (!TryDequeue(out envelope))
        {
            _began = 0;
            return false;
        }

        _processed++;
        _began = RuntimeMeter.MeasuresProcessing ? Stopwatch.GetTimestamp() : Unmeasured;
        return true;
    }

    // The end of the actor. What is left goes to the dead letters, uncounted.
    void IMessageQueue.CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        CleanUp(owner, deadletters);
        _type?.Remove(this);
    }

    /// <summary>An instance of the actor was made, its first one or, after a failure, another.</summary>
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

    // Another thread may have taken the actor up meanwhile: then this ends its message, whose time is short by the rest.
    private void EndMessage()
    {
        var began = Interlocked.Exchange(ref _began, 0);
        if (began <= Unmeasured)
            return;
        var time = Stopwatch.GetTimestamp() - began;
        Interlocked.Add(ref _busy, time);
        if (_type is { } type)
            RuntimeMeter.RecordProcessing(type, Stopwatch.GetElapsedTime(0, time));
    }
}
