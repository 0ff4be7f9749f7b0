using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Xunit;

namespace ActorChat.Tests.Internals.Exploration;

/// <summary>
/// A mailbox, and others who do things to it at every moment at which its lock is free and something could come between: before and
/// behind each message, when a work item is queued, and between the work items. What it does is compared with a plain account.
/// </summary>
internal sealed class MailboxWorld : IMailboxInvoker
{
    private const int Operations = 4;

    private readonly Choices _choices;
    private readonly AskingDispatcher _dispatcher;
    private readonly Mailbox _mailbox;
    private readonly List<Signal> _signals = [];
    private int _budget;
    private int _pendingSignals;
    private int _told;
    private int _worked;
    private int _handedBack;
    private int _suspensions;
    private int _inside;
    private bool _closed;

    public MailboxWorld(Choices choices, int budget, int throughput)
    {
        _choices = choices;
        _budget = budget;
        _dispatcher = new AskingDispatcher(throughput, Moment);
        _mailbox = new Mailbox(this, _dispatcher);
    }

    /// <summary>Goes one way to its end, where nothing is queued and nobody does anything any more.</summary>
    public void Run()
    {
        do
        {
            Moment();
        }
        while (_dispatcher.RunOne());

        Check(_pendingSignals == 0, "a system message was forgotten");
        Check(_signals.All(signal => signal.Answers == 1), "a system message was not answered once");
        var left = _told - _worked - _handedBack;
        Check(_closed || _suspensions > 0 || left == 0, "a wake-up was lost");
        Check(_mailbox.Count == left, "the count is wrong");
        Check(!_closed || left == 0, "a message was lost at the close");
    }

    public void InvokeSystem(SystemMessage message)
    {
        Enter();
        var signal = (Signal)message;
        signal.Answers++;
        _pendingSignals--;
        Check(!_closed, "a system message was handled behind the close");
        switch (signal.Operation)
        {
            case Operation.Suspend:
                _suspensions++;
                _mailbox.Suspend();
                break;
            case Operation.Resume:
                _suspensions = Math.Max(0, _suspensions - 1);
                _mailbox.Resume();
                break;
            default:
                Close();
                break;
        }

        Leave();
    }

    public void Invoke(in Envelope envelope)
    {
        Check(_pendingSignals == 0, "a user message went before a system message");
        Check(_suspensions == 0, "a user message was handed out while suspended");
        Check(!_closed, "a user message was handed out behind the close");
        Enter();
        Check((int)envelope.Message == _worked++, "a message was out of turn");
        Leave();
    }

    private void Close()
    {
        _closed = true;
        var (messages, system) = _mailbox.Close();
        Check(messages.Select(message => (int)message.Message).SequenceEqual(Enumerable.Range(_worked, messages.Length)), "wrong messages were handed back");
        _handedBack = messages.Length;
        for (var next = system; next is not null; next = next.Next)
        {
            next.AnswerForTheDead();
            _pendingSignals--;
        }

        // What the mailbox had taken out in one go with this one is answered by itself.
        _pendingSignals = 0;
    }

    private void Enter()
    {
        Check(++_inside == 1, "two messages were handed out at once");
        Moment();
    }

    private void Leave()
    {
        Moment();
        _inside--;
    }

    // Others have their chance: to do something, or to run what is queued, or to let it go on.
    private void Moment()
    {
        while (true)
        {
            var options = 1 + (_budget > 0 ? Operations : 0);
            var chosen = _choices.Choose(options + (_dispatcher.Queued > 0 ? 1 : 0));
            if (chosen == 0)
                return;
            if (chosen == options)
                _dispatcher.RunOne();
            else
                Do((Operation)(chosen - 1));
        }
    }

    private void Do(Operation operation)
    {
        _budget--;
        if (_closed)
        {
            Check(!Send(operation), "a dead mailbox took a message");
            return;
        }

        // Counted before: what it sets off may have happened already when the call returns.
        if (operation == Operation.Tell)
            _told++;
        else
            _pendingSignals++;
        Check(Send(operation), "a message was refused");
    }

    private bool Send(Operation operation)
    {
        if (operation == Operation.Tell)
            return _mailbox.Enqueue(new Envelope(_told - 1, null));
        var signal = new Signal(operation);
        if (!_closed)
            _signals.Add(signal);
        return _mailbox.EnqueueSystem(signal);
    }

    private void Check(bool holds, string complaint)
    {
        if (!holds)
            Assert.Fail($"On the way {_choices.Way}: {complaint}.");
    }

    // Between queueing an item and going on, others may do something too, and another thread may already run the item.
    private sealed class AskingDispatcher(int throughput, Action moment) : MessageDispatcher("asking", throughput)
    {
        private readonly Queue<IThreadPoolWorkItem> _items = new();

        public int Queued => _items.Count;

        public bool RunOne()
        {
            if (!_items.TryDequeue(out var item))
                return false;
            item.Execute();
            return true;
        }

        internal override void Execute(IThreadPoolWorkItem item)
        {
            _items.Enqueue(item);
            moment();
        }
    }
}
