using ActorChat.Server.Output;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Output;

public sealed class BackgroundWriterTests
{
    private readonly List<string> _told = [];

    private LossReport Report => new()
    {
        Started = why => _told.Add($"began: {why?.Message}"),
        Notice = lost => $"[{lost} lost]",
        Ended = lost => _told.Add($"ended: {lost}"),
    };

    [Fact]
    public void Entries_are_written_in_their_order_up_to_the_end()
    {
        var target = new ScriptedTarget();
        var writer = new BackgroundWriter("test", target);
        var entries = Enumerable.Range(0, 1000).Select(number => $"{number} ").ToList();
        entries.ForEach(writer.Write);

        Assert.True(writer.Complete(TestTimeout.Limit));
        Assert.Equal(string.Concat(entries), target.Text);
    }

    [Fact]
    public void What_there_is_no_room_for_is_counted_and_told_in_its_place()
    {
        using var inWork = new SemaphoreSlim(0);
        using var release = new SemaphoreSlim(0);
        var target = new ScriptedTarget(text =>
        {
            if (text != "a")
                return;
            inWork.Release();
            Assert.True(release.Wait(TestTimeout.Limit));
        });
        var writer = new BackgroundWriter("test", target, capacity: 2) { Report = Report };
        writer.Write("a");
        Assert.True(inWork.Wait(TestTimeout.Limit));
        foreach (var entry in new[] { "b", "c", "d", "e" })
            writer.Write(entry);

        Assert.Equal(["began: "], _told);
        release.Release();
        writer.Complete(TestTimeout.Limit);
        Assert.Equal("abc[2 lost]", target.Text);
        Assert.Equal(["began: ", "ended: 2"], _told);
    }

    [Fact]
    public void An_output_that_takes_nothing_holds_up_nobody()
    {
        using var release = new SemaphoreSlim(0);
        var writer = new BackgroundWriter("test", new ScriptedTarget(_ => release.Wait()), capacity: 10) { Report = Report };
        for (var number = 0; number < 1000; number++)
            writer.Write("entry");

        Assert.False(writer.Complete(TimeSpan.Zero));
        var lost = int.Parse(_told[^1]["ended: ".Length..], CultureInfo.InvariantCulture);
        release.Release(1000);
        writer.Complete(TestTimeout.Limit);
        Assert.InRange(lost, 990, 1000);
    }

    [Fact]
    public async Task The_first_loss_is_told_with_its_reason_and_the_number_when_it_works_again()
    {
        var clock = new FakeTimeProvider();
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var target = new ScriptedTarget(text =>
        {
            if (text == "a")
                throw new IOException("full");
        });
        var writer = new BackgroundWriter("test", target, clock: clock)
        {
            Report = Report with
            {
                Started = why =>
                {
                    _told.Add($"began: {why?.Message}");
                    began.SetResult();
                },
            },
        };
        writer.Write("a");
        await began.Task.WaitAsync(TestTimeout.Limit);
        clock.Advance(TimeSpan.FromSeconds(1));
        writer.Write("b");
        writer.Write("c");

        Assert.False(writer.Complete(TestTimeout.Limit));
        Assert.Equal("[1 lost]bc", target.Text);
        Assert.Equal(["began: full", "ended: 1"], _told);
    }

    [Fact]
    public void An_output_that_fails_is_not_tried_for_each_entry()
    {
        var attempts = 0;
        var target = new ScriptedTarget(_ =>
        {
            attempts++;
            throw new IOException("full");
        });
        var writer = new BackgroundWriter("test", target, clock: new FakeTimeProvider()) { Report = Report };
        foreach (var entry in new[] { "a", "b", "c" })
            writer.Write(entry);

        Assert.False(writer.Complete(TestTimeout.Limit));
        Assert.Equal(1, attempts);
        Assert.Equal(["began: full", "ended: 3"], _told);
    }
}
