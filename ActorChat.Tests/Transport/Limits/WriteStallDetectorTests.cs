using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Transport.Limits;

public class WriteStallDetectorTests
{
    private WriteStallDetector _reader;

    [Fact]
    public void A_reader_whom_nothing_waits_for_is_not_stalled()
    {
        Assert.Equal(TimeSpan.Zero, _reader.StalledFor(At(100)));
        _reader.OnProbe(At(100));
        _reader.OnAnswer(At(101));
        Assert.Equal(TimeSpan.Zero, _reader.StalledFor(At(200)));
        Assert.Equal(TimeSpan.MaxValue, _reader.StalledAt(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void The_time_counts_from_the_first_probe_without_an_answer()
    {
        _reader.OnProbe(At(10));
        _reader.OnProbe(At(15));
        Assert.Equal(TimeSpan.FromSeconds(10), _reader.StalledFor(At(20)));
        Assert.Equal(At(40), _reader.StalledAt(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Each_answer_is_progress_though_others_are_still_due()
    {
        _reader.OnProbe(At(10));
        _reader.OnProbe(At(15));
        _reader.OnAnswer(At(30));
        Assert.Equal(TimeSpan.FromSeconds(1), _reader.StalledFor(At(31)));
        Assert.Equal(At(60), _reader.StalledAt(TimeSpan.FromSeconds(30)));
    }

    private static TimeSpan At(int seconds) => TimeSpan.FromSeconds(seconds);
}
