using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Internals;

public class MailboxTests
{
    private readonly RecordingInvoker _invoker = new();
    private readonly ManualDispatcher _dispatcher = new(throughput: 3);
    private readonly Mailbox _mailbox;

    public MailboxTests() => _mailbox = new Mailbox(_invoker, _dispatcher);

    [Fact]
    public void Messages_are_handed_out_in_order_a_turn_at_a_time()
    {
        Enqueue(1, 2, 3, 4, 5, 6, 7);
        Assert.Equal(1, _dispatcher.Scheduled);
        _dispatcher.RunOne();
        Assert.Equal([1, 2, 3], _invoker.Invoked);
        _dispatcher.RunOne();
        Assert.Equal(6, _invoker.Invoked.Count);
        _dispatcher.RunOne();
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], _invoker.Invoked);
        Assert.Equal(0, _dispatcher.Scheduled);
    }

    [Fact]
    public void A_mailbox_is_scheduled_again_only_when_there_is_something_new()
    {
        Enqueue(1);
        _dispatcher.RunAll();
        Enqueue(2, 3);
        Assert.Equal(1, _dispatcher.Scheduled);
        _dispatcher.RunAll();
        Assert.Equal([1, 2, 3], _invoker.Invoked);
    }

    [Fact]
    public void System_messages_go_first_even_in_the_middle_of_a_turn()
    {
        var first = new Suspend();
        var second = new Suspend();
        _invoker.OnInvoke = message =>
        {
            if (message is 1)
                _mailbox.EnqueueSystem(second);
        };
        Enqueue(1, 2);
        _mailbox.EnqueueSystem(first);
        _dispatcher.RunAll();
        Assert.Equal([first, 1, second, 2], _invoker.Invoked);
    }

    [Fact]
    public void A_suspended_mailbox_hands_out_only_system_messages_until_it_is_resumed_as_often()
    {
        _invoker.OnInvoke = message =>
        {
            if (message is 1 or Suspend)
                _mailbox.Suspend();
            else if (message is Resume)
                _mailbox.Resume();
        };
        Enqueue(1, 2);
        _dispatcher.RunAll();
        System(new Suspend(), new Resume(null));
        Enqueue(3);
        _dispatcher.RunAll();
        Assert.Single(_invoker.Invoked.OfType<int>());

        System(new Resume(null));
        _dispatcher.RunAll();
        Assert.Equal([1, 2, 3], _invoker.Invoked.OfType<int>());
    }

    [Fact]
    public void A_closed_mailbox_hands_out_what_is_left_and_takes_nothing_more()
    {
        _mailbox.Suspend();
        Enqueue(1, 2);
        (Envelope[] Messages, SystemMessage? System) left = ([], null);
        var later = new Resume(null);
        _invoker.OnInvoke = message =>
        {
            if (message is Terminate)
            {
                _mailbox.EnqueueSystem(later);
                left = _mailbox.Close();
            }
        };
        System(new Terminate());
        _dispatcher.RunAll();

        Assert.Equal([1, 2], left.Messages.Select(m => m.Message));
        Assert.Same(later, left.System);
        Assert.True(_mailbox.IsClosed);
        Assert.False(_mailbox.Enqueue(new Envelope(3, null)));
        Assert.False(_mailbox.EnqueueSystem(new Resume(null)));
        Assert.Equal(0, _dispatcher.Scheduled);
    }

    [Fact]
    public void A_mailbox_grows_while_it_is_worked_on_and_keeps_its_order()
    {
        var next = 10;
        _invoker.OnInvoke = _ =>
        {
            for (var i = 0; i < 20 && next < 5000; i++)
                Enqueue(next++);
        };
        Enqueue([.. Enumerable.Range(0, 10)]);
        _dispatcher.RunAll();
        Assert.Equal(Enumerable.Range(0, 5000), _invoker.Invoked.Cast<int>());
        Assert.Equal(0, _mailbox.Count);
    }

    [Fact]
    public void Whatever_comes_between_the_turns_the_order_is_that_of_the_arrival() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bursts =>
        {
            var invoker = new RecordingInvoker();
            var dispatcher = new ManualDispatcher(throughput: 5);
            var mailbox = new Mailbox(invoker, dispatcher);
            var number = 0;
            foreach (var burst in bursts)
            {
                for (var i = 0; i < burst; i++)
                    mailbox.Enqueue(new Envelope(number++, null));
                for (var turns = burst % 7; turns > 0; turns--)
                    dispatcher.RunOne();
            }

            dispatcher.RunAll();
            return invoker.Invoked.Cast<int>().SequenceEqual(Enumerable.Range(0, number)) && mailbox.Count == 0;
        }).QuickCheckThrowOnFailure();

    private void Enqueue(params int[] messages)
    {
        foreach (var message in messages)
            Assert.True(_mailbox.Enqueue(new Envelope(message, null)));
    }

    private void System(params SystemMessage[] messages)
    {
        foreach (var message in messages)
            Assert.True(_mailbox.EnqueueSystem(message));
    }
}
