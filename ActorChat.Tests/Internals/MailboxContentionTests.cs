using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Xunit;

namespace ActorChat.Tests.Internals;

/// <summary>Many threads, the real thread pool: no message is lost, none is worked on beside another, no wake-up is missed.</summary>
public class MailboxContentionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task Every_message_of_every_thread_is_worked_on_once_and_alone(int throughput)
    {
        const int Threads = 4, Messages = 50_000;
        var invoker = new CountingInvoker(Threads, Messages);
        var mailbox = new Mailbox(invoker, new Dispatcher("contended", throughput));
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var number = 1; number <= Messages; number++)
                mailbox.Enqueue(new Envelope((thread, number), null));
        })));
        await invoker.Complete.WaitAsync(Patience);
        Assert.Null(invoker.Complaint);
    }

    [Fact]
    public async Task A_mailbox_that_is_suspended_and_resumed_all_the_time_misses_nothing()
    {
        const int Threads = 2, Messages = 20_000;
        var invoker = new CountingInvoker(Threads, Messages);
        var mailbox = new Mailbox(invoker, new Dispatcher("contended", 7));
        invoker.Mailbox = mailbox;
        var senders = Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var number = 1; number <= Messages; number++)
                mailbox.Enqueue(new Envelope((thread, number), null));
        }));
        var suspender = Task.Run(() =>
        {
            for (var i = 0; i < Messages; i++)
            {
                mailbox.EnqueueSystem(new Suspend());
                mailbox.EnqueueSystem(new Resume(null));
            }
        });
        await Task.WhenAll([.. senders, suspender]);
        await invoker.Complete.WaitAsync(Patience);
        Assert.Null(invoker.Complaint);
    }

    [Fact]
    public async Task A_single_message_at_a_time_always_wakes_the_mailbox()
    {
        var arrived = new SemaphoreSlim(0);
        var mailbox = new Mailbox(new CallingInvoker(() => arrived.Release()), new Dispatcher("contended", 30));
        for (var i = 0; i < 20_000; i++)
        {
            mailbox.Enqueue(new Envelope(i, null));
            Assert.True(await arrived.WaitAsync(Patience), $"message {i} was never worked on");
        }
    }

    private sealed class CountingInvoker(int threads, int messages) : IMailboxInvoker
    {
        private readonly int[] _last = new int[threads];
        private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _inside;
        private int _count;
        private bool _suspended;

        public Mailbox? Mailbox { get; set; }

        public Task Complete => _complete.Task;

        public string? Complaint { get; private set; }

        public void InvokeSystem(SystemMessage message)
        {
            Enter();
            _suspended = message is Suspend;
            if (_suspended)
                Mailbox!.Suspend();
            else
                Mailbox!.Resume();
            Leave();
        }

        public void Invoke(in Envelope envelope)
        {
            Enter();
            var (thread, number) = ((int, int))envelope.Message;
            if (_suspended)
                Complaint ??= "worked while suspended";
            if (number != _last[thread] + 1)
                Complaint ??= $"{number} came after {_last[thread]}";
            _last[thread] = number;
            var count = ++_count;
            Leave();
            if (count == threads * messages)
                _complete.SetResult();
        }

        private void Enter()
        {
            if (Interlocked.Increment(ref _inside) != 1)
                Complaint ??= "two at once";
        }

        private void Leave() => Interlocked.Decrement(ref _inside);
    }

    private sealed class CallingInvoker(Action onMessage) : IMailboxInvoker
    {
        public void InvokeSystem(SystemMessage message) => onMessage();

        public void Invoke(in Envelope envelope) => onMessage();
    }
}
