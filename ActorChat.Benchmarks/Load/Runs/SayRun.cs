using System.Diagnostics;
using System.Globalization;
using ActorChat.Benchmarks.Load.Arguments;
using ActorChat.Benchmarks.Load.Figures;
using ActorChat.Benchmarks.Load.Runs.Clients;
using ActorChat.Benchmarks.Load.Wire;

namespace ActorChat.Benchmarks.Load.Runs;

/// <summary>Members speak, all others hear it.</summary>
internal sealed class SayRun
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly LoadOptions _options;
    private readonly Crowd _crowd;
    private readonly Progress _progress;
    private readonly CancellationToken _interrupted;
    private readonly ServerGauge _gauge;
    private readonly DeliveryCheck _check;
    private readonly Listening _listening;
    private readonly Speakers _speakers;

    private SayRun(LoadOptions options, Crowd crowd, ServerGauge gauge, Progress progress, CancellationToken interrupted)
    {
        (_options, _crowd, _gauge, _progress, _interrupted) = (options, crowd, gauge, progress, interrupted);
        _check = new DeliveryCheck(options.Members, options.Senders, options.Rooms);
        var text = new SpokenText(options.Size, (ulong)Random.Shared.NextInt64());
        SendWindow[] windows = options.Rate is null
            ? [.. Enumerable.Range(0, options.Senders).Select(sender => new SendWindow(options.Outstanding ?? 1, _check.Listeners(sender)))]
            : [];
        _listening = new Listening(text, _check, windows, options.Senders);
        _speakers = new Speakers(options, crowd, text, _listening, windows);
    }

    /// <summary>Measures.</summary>
    /// <exception cref="LoadException">They could not all log in.</exception>
    public static LoadReport Run(LoadOptions options, Crowd crowd, Progress progress, CancellationToken interrupted)
    {
        var gauge = new ServerGauge(options.Pid);
        gauge.Check();
        var memory = gauge.Resident;
        var arrival = new Arrival(crowd, options, progress, interrupted);
        var seconds = arrival.LogIn();
        arrival.Settle();
        return new SayRun(options, crowd, gauge, progress, interrupted).Run(arrival, arrival.Figures(seconds), memory);
    }

    private LoadReport Run(Arrival arrival, LoginFigures logins, long memory)
    {
        _crowd.Ear = _listening;
        SpeakFor(_options.WarmUp);
        var (before, sentBefore) = (Reading.Take(_gauge), _speakers.Total);
        _listening.From = before.Time;
        SpeakFor(_options.Length);
        var (after, sent) = (Reading.Take(_gauge), _speakers.Total);
        _listening.To = after.Time;
        var server = after.ServerSince(before, _listening.Measured, _gauge, memory, logins.Count);
        HearTheRest();
        _crowd.Ear = null;
        _crowd.WakeStalled();
        arrival.Settle();
        return new LoadReport(
            "say",
            _options.Server,
            logins with { Disconnected = _crowd.Disconnected },
            Figures(after.Since(before), sent - sentBefore),
            null,
            server,
            after.OwnBusySince(before),
            _listening.Notices.Lines,
            _listening.Notices.Others);
    }

    private void SpeakFor(TimeSpan length)
    {
        var start = Stopwatch.GetTimestamp();
        for (var elapsed = TimeSpan.Zero; elapsed < length && !_interrupted.IsCancellationRequested; elapsed = Stopwatch.GetElapsedTime(start))
        {
            var wait = _speakers.Speak();
            _crowd.Turn(wait < length - elapsed ? wait : length - elapsed);
            _progress.Tell(Tell);
        }
    }

    private string Tell()
    {
        _speakers.GiveUpAfter(_options.Patience);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Stopwatch.GetElapsedTime(_listening.Start).TotalSeconds:F0} s: {_check.Delivered:N0} deliveries, {Delays.Of(_listening.DeliveryTimes).P99:F3} ms p99, {_check.Reordered + _check.Doubled} wrong");
    }

    // What is still on its way: until all is there, or nothing comes for a while.
    private void HearTheRest()
    {
        var start = Stopwatch.GetTimestamp();
        var all = Enumerable.Range(0, _options.Senders).Sum(sender => (long)_speakers.Sent[sender] * _check.Listeners(sender));
        var (last, delivered) = (start, _check.Delivered);
        while (_check.Delivered < all && Stopwatch.GetElapsedTime(last) < _options.Patience && Stopwatch.GetElapsedTime(start) < 6 * _options.Patience)
        {
            _crowd.Turn(Look);
            if (_check.Delivered != delivered)
                (last, delivered) = (Stopwatch.GetTimestamp(), _check.Delivered);
            _progress.Tell(() => "waiting for what is still on its way");
        }
    }

    private DeliveryFigures Figures(double seconds, long sent)
    {
        var there = Enumerable.Range(0, _options.Members).Where(member => !_listening.GoneMembers.Contains(member)).ToList();
        return new DeliveryFigures(
            _options.Members,
            _options.Rooms,
            _options.Senders,
            _options.Rate is null ? _options.Outstanding ?? 1 : null,
            _options.Rate,
            _options.Size,
            Math.Round(seconds, 3),
            _speakers.Total,
            Math.Round(sent / seconds, 1),
            _listening.Measured,
            Math.Round(_listening.Measured / seconds, 1),
            Delays.Of(_listening.DeliveryTimes),
            _check.Lost(there, _speakers.Sent),
            _check.Reordered,
            _check.Doubled,
            _check.Orders(there.Where(member => member >= _options.Senders)),
            _speakers.GaveUp,
            _listening.GoneMembers.Count,
            _options.Stalled,
            _crowd.Members.Count(member => member is { Stalls: true, IsGone: true }));
    }
}
