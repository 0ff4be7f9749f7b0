using System.Diagnostics;
using ActorChat.Benchmarks.Load.Figures;
using ActorChat.Benchmarks.Load.Runs.Clients;
using ActorChat.Benchmarks.Load.Wire;
using HdrHistogram;

namespace ActorChat.Benchmarks.Load.Runs;

/// <summary>What all members hear in one run: checked, timed, and reported to those who wait for it.</summary>
/// <param name="text">How this run's messages look.</param>
/// <param name="check">Notes each delivery.</param>
/// <param name="windows">One for each sender; empty where they send at a rate.</param>
/// <param name="senders">How many there are.</param>
internal sealed class Listening(SpokenText text, DeliveryCheck check, SendWindow[] windows, int senders) : IEar
{
    private readonly HashSet<int> _gone = [];

    /// <summary>When the run began, in stopwatch ticks: the texts count from then on.</summary>
    public long Start { get; } = Stopwatch.GetTimestamp();

    /// <summary>From when on it is measured.</summary>
    public long From { get; set; } = long.MaxValue;

    /// <summary>Until when.</summary>
    public long To { get; set; } = long.MaxValue;

    /// <summary>Deliveries while it was measured.</summary>
    public long Measured { get; private set; }

    /// <summary>The delays, in stopwatch ticks, of messages that were sent while it was measured.</summary>
    public LongHistogram DeliveryTimes { get; } = Delays.NewHistogram();

    /// <summary>What the server said besides.</summary>
    public Notices Notices { get; } = new();

    /// <summary>Members that were closed.</summary>
    public IReadOnlySet<int> GoneMembers => _gone;

    /// <inheritdoc/>
    public void Hear(int member, ReadOnlySpan<byte> line, long now)
    {
        if (!text.TryRead(line, out var spoken) || spoken.Sender >= senders)
        {
            Notices.Add(line);
            return;
        }

        // Some servers say to everybody what one says, the speaker included.
        if (spoken.Sender == member || !check.Take(member, spoken.Sender, spoken.Sequence))
            return;
        if (now >= From && now < To)
            Measured++;
        var said = Start + spoken.Time;
        if (said >= From && said < To)
            DeliveryTimes.RecordValue(Math.Max(0, now - said));
        if (windows.Length > 0)
            windows[spoken.Sender].Heard(spoken.Sequence);
    }

    /// <inheritdoc/>
    public void Gone(int member)
    {
        _gone.Add(member);
        for (var sender = 0; sender < windows.Length; sender++)
        {
            if (check.Hears(member, sender))
                windows[sender].Gone(check.Expected(member, sender));
        }
    }
}
