using System.Diagnostics;
using ActorChat.Benchmarks.Load.Arguments;
using ActorChat.Benchmarks.Load.Figures;
using ActorChat.Benchmarks.Load.Runs.Clients;
using ActorChat.Benchmarks.Load.Wire;

namespace ActorChat.Benchmarks.Load.Runs;

/// <summary>The members who speak: each as soon as its window lets it, or all together at a pace.</summary>
internal sealed class Speakers
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly Crowd _crowd;
    private readonly SpokenText _text;
    private readonly Listening _listening;
    private readonly SendWindow[] _windows;
    private readonly Pace? _pace;
    private readonly byte[][] _before;
    private readonly byte[] _after;
    private readonly uint[] _sent;
    private readonly (uint Oldest, long Since)[] _standing;
    private int _next;

    public Speakers(LoadOptions options, Crowd crowd, SpokenText text, Listening listening, SendWindow[] windows)
    {
        (_crowd, _text, _listening, _windows) = (crowd, text, listening, windows);
        _pace = options.Rate is { } rate ? new Pace(listening.Start, Stopwatch.Frequency / rate) : null;
        _before = [.. Enumerable.Range(0, options.Senders).Select(sender => ChatWire.Bytes(options.Wire.BeforeText(options.RoomOf(sender))))];
        _after = ChatWire.Bytes(options.Wire.AfterText + "\n");
        _sent = new uint[options.Senders];
        _standing = new (uint, long)[windows.Length];
        Array.Fill(_standing, (0u, listening.Start));
    }

    /// <summary>How many each has sent.</summary>
    public ReadOnlySpan<uint> Sent => _sent;

    /// <summary>How many all have sent.</summary>
    public long Total => _sent.Sum(sent => (long)sent);

    /// <summary>How often a sender went on without waiting for a message any longer.</summary>
    public int GaveUp { get; private set; }

    /// <summary>Sends what may be sent now; gives the time until there may be more to send.</summary>
    public TimeSpan Speak()
    {
        var now = Stopwatch.GetTimestamp();
        if (_pace is null)
        {
            SpeakInWindows(now);
            return Look;
        }

        for (; _pace.TryTake(now, out var due); _next = (_next + 1) % _sent.Length)
            Say(_next, _sent[_next], due);
        var wait = Stopwatch.GetElapsedTime(now, _pace.Next);
        return wait < Look ? wait : Look;
    }

    /// <summary>Lets senders go on whose message has been on its way for too long.</summary>
    public void GiveUpAfter(TimeSpan patience)
    {
        var now = Stopwatch.GetTimestamp();
        for (var i = 0; i < _windows.Length; i++)
        {
            var window = _windows[i];
            if (window.Oldest != _standing[i].Oldest || window.Oldest == window.Sent)
            {
                _standing[i] = (window.Oldest, now);
            }
            else if (Stopwatch.GetElapsedTime(_standing[i].Since, now) > patience)
            {
                window.GiveUp();
                GaveUp++;
            }
        }
    }

    private void SpeakInWindows(long now)
    {
        for (var sender = 0; sender < _windows.Length; sender++)
        {
            if (!_windows[sender].CanSend || _crowd.Members[sender].IsGone)
                continue;
            while (_windows[sender].CanSend)
                Append(sender, _windows[sender].Send(), now);
            _crowd.Flush(sender);
        }
    }

    private void Say(int sender, uint sequence, long due)
    {
        if (_crowd.Members[sender].IsGone)
            return;
        Append(sender, sequence, due);
        _crowd.Flush(sender);
    }

    private void Append(int sender, uint sequence, long time)
    {
        var before = _before[sender];
        var line = _crowd.Members[sender].Append(before.Length + _text.Length + _after.Length);
        before.CopyTo(line);
        _text.Write(line[before.Length..], new Spoken(sender, sequence, time - _listening.Start));
        _after.CopyTo(line[(before.Length + _text.Length)..]);
        _sent[sender] = sequence + 1;
    }
}
