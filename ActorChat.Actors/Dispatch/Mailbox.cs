using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// The queue of one actor and, while it holds work, the thread-pool work item of that actor. User messages stand in a ring
/// that is allocated with the first message and grows by doubling; system messages are a linked list that always goes first.
/// All state is guarded by the mailbox's own monitor: an actor is scheduled if and only if <c>_scheduled</c> is set, and the
/// flag is only cleared when, under the lock, there is nothing left to do. So no wake-up can be lost, and no two threads run.
/// </summary>
[SuppressMessage("Design", "CA2002", Justification = "Internal and sealed: nobody else can lock it, and an own lock object would cost every idle actor.")]
internal sealed class Mailbox(IMailboxInvoker invoker, MessageDispatcher dispatcher) : IThreadPoolWorkItem
{
    // What an actor gets and, before that is done, what comes of it: a delivery and its acknowledgement.
    private const int FirstCapacity = 2;

    // A ring that once had to grow beyond this is given back as soon as it is empty.
    private const int KeptCapacity = 64;

    private Envelope[] _ring = [];
    private int _head;
    private int _count;

    // What goes ahead of the ring, the first one last. Apart from it, because the batch in work is read from the ring without the lock.
    private List<Envelope>? _ahead;
    private int _suspensions;
    private bool _endsBatch;
    private SystemMessage? _system;
    private SystemMessage? _lastSystem;
    private bool _scheduled;
    private volatile bool _closed;

    /// <summary>The user messages that wait, the one in work included.</summary>
    public int Count => Volatile.Read(ref _count) + (Volatile.Read(ref _ahead)?.Count ?? 0);

    /// <summary>Whether user messages are held back.</summary>
    public bool IsSuspended => Volatile.Read(ref _suspensions) > 0;

    /// <summary>Whether the actor is dead: nothing is accepted any more.</summary>
    public bool IsClosed => _closed;

    /// <summary>Appends a user message. False when the actor is dead.</summary>
    public bool Enqueue(in Envelope envelope)
    {
        bool schedule;
        lock (this)
        {
            if (_closed)
                return false;
            if (_count == _ring.Length)
                Grow();
            _ring[(_head + _count) & (_ring.Length - 1)] = envelope;
            _count++;
            schedule = !_scheduled && _suspensions == 0;
            _scheduled |= schedule;
        }

        if (schedule)
            dispatcher.Execute(this);
        return true;
    }

    /// <summary>Puts a user message ahead of all that wait. Only the actor's own thread of work calls this. False when the actor is dead.</summary>
    public bool EnqueueFirst(in Envelope envelope)
    {
        lock (this)
        {
            if (_closed)
                return false;
            (_ahead ??= []).Add(envelope);
            _endsBatch = true;
            return true;
        }
    }

    /// <summary>Appends a system message. False when the actor is dead.</summary>
    public bool EnqueueSystem(SystemMessage message)
    {
        bool schedule;
        lock (this)
        {
            if (_closed)
                return false;
            if (_lastSystem is null)
                _system = message;
            else
                _lastSystem.Next = message;
            _lastSystem = message;
            schedule = !_scheduled;
            _scheduled = true;
        }

        if (schedule)
            dispatcher.Execute(this);
        return true;
    }

    /// <summary>Holds user messages back. Only the actor's own thread of work calls this; suspensions add up.</summary>
    public void Suspend()
    {
        lock (this)
        {
            _suspensions++;
            _endsBatch = true;
        }
    }

    /// <summary>Takes one suspension away. Only the actor's own thread of work calls this.</summary>
    public void Resume()
    {
        lock (this)
        {
            if (_suspensions > 0)
                _suspensions--;
        }
    }

    /// <summary>Refuses everything from now on and hands out what was left. Only called while no user message is in work.</summary>
    public (Envelope[] Messages, SystemMessage? System) Close()
    {
        lock (this)
        {
            _closed = true;
            TakeAhead();
            var left = new Envelope[_count];
            for (var i = 0; i < left.Length; i++)
                left[i] = _ring[(_head + i) & (_ring.Length - 1)];
            var system = _system;
            _ring = [];
            _head = _count = 0;
            _system = _lastSystem = null;
            return (left, system);
        }
    }

    /// <summary>Works on what waits: all system messages, then user messages up to the dispatcher's throughput, then gives the thread back.</summary>
    public void Execute()
    {
        var left = dispatcher.Throughput;
        var done = 0;
        bool again;
        while (true)
        {
            SystemMessage? system;
            Envelope[] ring;
            int head, batch;
            lock (this)
            {
                RemoveFirst(done);
                TakeAhead();
                left -= done;
                done = 0;
                _endsBatch = false;
                system = _system;
                _system = _lastSystem = null;
                batch = _suspensions > 0 ? 0 : Math.Min(_count, left);
                if (system is null && batch == 0)
                {
                    _scheduled = again = _count > 0 && _suspensions == 0;
                    break;
                }

                ring = _ring;
                head = _head;
            }

            if (system is not null)
                InvokeAll(system);
            else
                done = InvokeBatch(ring, head, batch);
        }

        if (again)
            dispatcher.Execute(this);
    }

    private void InvokeAll(SystemMessage? message)
    {
        while (message is not null)
        {
            var next = message.Next;
            message.Next = null;
            if (_closed)
                message.AnswerForTheDead();
            else
                invoker.InvokeSystem(message);
            message = next;
        }
    }

    // Reads the ring without the lock: senders only write behind these entries, and a ring that grows leaves the old array as it is.
    private int InvokeBatch(Envelope[] ring, int head, int batch)
    {
        var done = 0;
        while (done < batch)
        {
            invoker.Invoke(in ring[(head + done) & (ring.Length - 1)]);
            done++;
            if (Volatile.Read(ref _system) is not null || _endsBatch)
                break;
        }

        return done;
    }

    private void RemoveFirst(int number)
    {
        for (var i = 0; i < number; i++)
            _ring[(_head + i) & (_ring.Length - 1)] = default;
        _count -= number;
        if (_count > 0)
        {
            _head = (_head + number) & (_ring.Length - 1);
            return;
        }

        _head = 0;
        if (_ring.Length > KeptCapacity)
            _ring = [];
    }

    private void TakeAhead()
    {
        if (_ahead is null)
            return;
        foreach (var envelope in _ahead)
        {
            if (_count == _ring.Length)
                Grow();
            _head = (_head - 1) & (_ring.Length - 1);
            _ring[_head] = envelope;
            _count++;
        }

        _ahead = null;
    }

    private void Grow()
    {
        var larger = new Envelope[Math.Max(FirstCapacity, _ring.Length * 2)];
        for (var i = 0; i < _count; i++)
            larger[i] = _ring[(_head + i) & (_ring.Length - 1)];
        _ring = larger;
        _head = 0;
    }
}
