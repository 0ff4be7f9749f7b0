using ActorChat.Client.Terminal.Keys;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Client.Terminal.Keys;

public class PasteWatchTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly PasteWatch _watch;

    public PasteWatchTests() => _watch = new PasteWatch(_clock);

    [Fact]
    public void Keys_that_are_pressed_because_nothing_happens_do_not_make_the_wait_longer()
    {
        _watch.OnRead(4096, isInPaste: true);
        for (var key = 0; key < 5; key++)
            Later(300, 1);

        Assert.Equal(TimeSpan.FromMilliseconds(500), _watch.Remaining);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, _watch.Remaining);
    }

    [Theory]
    [InlineData(1500, 4096)]
    [InlineData(1, 1)]
    public void A_paste_goes_on_while_much_comes_or_comes_fast(int milliseconds, int count)
    {
        _watch.OnRead(4096, isInPaste: true);
        for (var piece = 0; piece < 3000; piece++)
            Later(milliseconds, count);

        Assert.Equal(PasteWatch.Timeout, _watch.Remaining);
    }

    [Fact]
    public void The_next_paste_has_the_whole_time_again()
    {
        _watch.OnRead(4096, isInPaste: true);
        Later(1500, 1);
        _watch.OnRead(1, isInPaste: false);
        Later(300, 8);

        Assert.Equal(PasteWatch.Timeout, _watch.Remaining);
    }

    private void Later(int milliseconds, int count)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        _watch.OnRead(count, isInPaste: true);
    }
}
