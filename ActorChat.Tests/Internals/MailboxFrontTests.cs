using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Internals;

/// <summary>The front of a mailbox, where messages go that an actor had put aside.</summary>
public class MailboxFrontTests
{
    private readonly RecordingInvoker _invoker = new();
    private readonly ManualDispatcher _dispatcher = new(throughput: 3);
    private readonly Mailbox _mailbox;

    public MailboxFrontTests() => _mailbox = new Mailbox(_invoker, _dispatcher);

    [Fact]
    public void A_message_put_to_the_front_is_the_next_one_even_in_the_middle_of_a_turn()
    {
        _invoker.OnInvoke = message =>
        {
            if (message is 1)
                PutFirst(-1, -2);
        };
        Put(1, 2, 3);
        _dispatcher.RunAll();
        Assert.Equal([1, -2, -1, 2, 3], _invoker.Invoked);
        Assert.Equal(0, _mailbox.Count);
    }

    [Fact]
    public void The_last_message_may_bring_one_back()
    {
        _invoker.OnInvoke = message =>
        {
            if (message is 2)
                PutFirst(-1);
        };
        Put(1, 2);
        _dispatcher.RunAll();
        Assert.Equal([1, 2, -1], _invoker.Invoked);
        Assert.Equal(0, _dispatcher.Scheduled);
    }

    [Fact]
    public void What_stands_at_the_front_waits_for_the_end_of_a_suspension()
    {
        _invoker.OnInvoke = message =>
        {
            if (message is 1)
            {
                PutFirst(-1);
                _mailbox.Suspend();
            }
            else if (message is Resume)
            {
                _mailbox.Resume();
            }
        };
        Put(1, 2);
        _dispatcher.RunAll();
        Assert.Equal([1], _invoker.Invoked);
        Assert.Equal(2, _mailbox.Count);
        _mailbox.EnqueueSystem(new Resume(null));
        _dispatcher.RunAll();
        Assert.Equal([1, -1, 2], _invoker.Invoked.OfType<int>());
    }

    [Fact]
    public void A_closed_mailbox_hands_out_the_front_first_and_takes_nothing_there()
    {
        _mailbox.Suspend();
        Put(1, 2);
        PutFirst(-1, -2);
        Assert.Equal(4, _mailbox.Count);
        Assert.Equal([-2, -1, 1, 2], _mailbox.Close().Messages.Select(m => m.Message));
        Assert.False(_mailbox.EnqueueFirst(new Envelope(3, null)));
    }

    /// <summary>Each byte is a message that brings back so many others, and has so many come meanwhile; a plain list says what is due.</summary>
    [Fact]
    public void Whatever_goes_to_the_front_and_to_the_end_the_order_is_that_of_a_list() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var (invoker, dispatcher) = (new RecordingInvoker(), new ManualDispatcher(throughput: 5));
            var mailbox = new Mailbox(invoker, dispatcher);
            var (model, expected, number) = (new LinkedList<int>(), new List<int>(), 0);
            var script = new Queue<byte>(bytes);
            invoker.OnInvoke = _ =>
            {
                expected.Add(model.First!.Value);
                model.RemoveFirst();
                if (!script.TryDequeue(out var step))
                    return;
                for (var i = 0; i < step % 7; i++)
                {
                    mailbox.EnqueueFirst(new Envelope(++number, null));
                    model.AddFirst(number);
                }

                for (var i = 0; i < step / 32; i++)
                {
                    mailbox.Enqueue(new Envelope(++number, null));
                    model.AddLast(number);
                }
            };
            for (var i = 0; i < 3; i++)
            {
                model.AddLast(++number);
                mailbox.Enqueue(new Envelope(number, null));
            }

            dispatcher.RunAll();
            return invoker.Invoked.Cast<int>().SequenceEqual(expected) && model.Count == 0 && mailbox.Count == 0;
        }).QuickCheckThrowOnFailure();

    private void Put(params int[] messages)
    {
        foreach (var message in messages)
            Assert.True(_mailbox.Enqueue(new Envelope(message, null)));
    }

    private void PutFirst(params int[] messages)
    {
        foreach (var message in messages)
            Assert.True(_mailbox.EnqueueFirst(new Envelope(message, null)));
    }
}
