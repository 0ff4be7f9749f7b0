using System.Diagnostics;
using System.Net.Sockets;
using ActorChat.Benchmarks.Load.Arguments;
using ActorChat.Benchmarks.Load.Figures;
using ActorChat.Benchmarks.Load.Sockets;
using ActorChat.Benchmarks.Load.Wire;
using HdrHistogram;

namespace ActorChat.Benchmarks.Load.Runs.Clients;

/// <summary>
/// All members, moved on by one thread: see <see cref="IReadiness"/>. The last ones are those that never read; the senders are the first.
/// </summary>
internal sealed class Crowd(LoadOptions options, Dial dial) : IDisposable
{
    // A reader that stalls shall not be kept going for long by what its own system holds.
    private const int StalledBuffer = 4096;

    private readonly IReadiness _readiness = Readiness.Create();
    private readonly List<Member> _members = [];
    private readonly Ready[] _ready = new Ready[512];
    private readonly byte[] _buffer = new byte[1 << 18];

    /// <summary>All that were begun, by their numbers.</summary>
    public IReadOnlyList<Member> Members => _members;

    /// <summary>How many have been let in.</summary>
    public int LoggedIn { get; private set; }

    /// <summary>How many that read the server has closed after it had let them in.</summary>
    public int Disconnected { get; private set; }

    /// <summary>Why a login failed; null where none has.</summary>
    public string? Refusal { get; private set; }

    /// <summary>From connecting to the welcome, in stopwatch ticks.</summary>
    public LongHistogram LoginTimes { get; } = Delays.NewHistogram();

    /// <summary>Everything read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Hears what is read from now on; null: it is dropped.</summary>
    public IEar? Ear { get; set; }

    /// <summary>Begins one more member.</summary>
    public void Begin()
    {
        var stalls = _members.Count >= options.Members;
        try
        {
            var (socket, start) = (dial.Start(stalls ? StalledBuffer : 0), Stopwatch.GetTimestamp());
            ICarrier carrier = options.Tls ? new TlsCarrier(socket) : new SocketCarrier(socket);
            carrier = options.WebSocket ? new WebSocketCarrier(carrier, options.Server) : carrier;
            var member = new Member(socket, start, stalls, carrier, options.Wire.NewLogin());
            _members.Add(member);
            _readiness.Add(member.Socket, _members.Count - 1, member.WaitsToWrite);
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            Refusal ??= failure.Message;
        }
    }

    /// <summary>Waits for so long at most, and reads and writes what can be.</summary>
    public void Turn(TimeSpan time)
    {
        var count = _readiness.Wait(_ready, time);
        foreach (var ready in _ready.AsSpan(0, count))
        {
            var member = _members[ready.Token];
            if (ready.Writable && !member.IsGone)
                Flush(ready.Token, wasWaiting: true);
            while (ready.Readable && !member.IsGone && Read(ready.Token, member) && member.HoldsBack)
            {
            }
        }
    }

    /// <summary>Sends what was appended to a member.</summary>
    public void Flush(int number) => Flush(number, wasWaiting: false);

    /// <summary>Lets those read that never did, to find out which of them the server has closed.</summary>
    public void WakeStalled()
    {
        for (var number = options.Members; number < _members.Count; number++)
            _readiness.Add(_members[number].Socket, number, writable: false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _members.ForEach(member => member.Dispose());
        _readiness.Dispose();
    }

    private void Flush(int number, bool wasWaiting)
    {
        if (_members[number].Flush(out var waits) && waits != wasWaiting)
            _readiness.Change(_members[number].Socket, number, waits);
    }

    // False where nothing has come.
    private bool Read(int number, Member member)
    {
        var kept = member.CopyRest(_buffer);
        var count = member.Receive(_buffer.AsMemory(kept), out var error);
        if (error is SocketError.WouldBlock or SocketError.TryAgain or SocketError.Interrupted)
            return false;
        if (count == 0 || error is not SocketError.Success)
        {
            End(number, member, error);
            return false;
        }

        BytesRead += count;
        if (member.Login is { } login)
            LogIn(number, member, login, _buffer.AsSpan(kept, count));
        else if (Ear is { } ear)
            Hear(number, member, ear, _buffer.AsSpan(0, kept + count));
        return true;
    }

    private void Hear(int number, Member member, IEar ear, Span<byte> bytes)
    {
        var now = Stopwatch.GetTimestamp();
        for (int end; (end = bytes.IndexOf((byte)'\n')) >= 0; bytes = bytes[(end + 1)..])
            ear.Hear(number, options.Wire.CutEnd(bytes[..end]), now);
        member.KeepRest(bytes);
    }

    private void LogIn(int number, Member member, ILoginTalk login, ReadOnlySpan<byte> bytes)
    {
        switch (login.Read(bytes))
        {
            case LoginStep.SendNickname:
                var nickname = ChatWire.Bytes(options.Wire.Hello($"{options.Nickname}{number}"));
                nickname.CopyTo(member.Append(nickname.Length));
                Flush(number);
                break;
            case LoginStep.Refused:
                Refusal ??= $"the server says: {login.Said}";
                break;
            case LoginStep.Done:
                Welcome(number, member);
                break;
            default:
                break;
        }
    }

    private void Welcome(int number, Member member)
    {
        LoginTimes.RecordValue(Stopwatch.GetTimestamp() - member.Start);
        LoggedIn++;
        member.Login = null;
        if (options.Rooms > 1)
        {
            var move = ChatWire.Bytes(options.Wire.Move(options.RoomOf(number)));
            move.CopyTo(member.Append(move.Length));
            Flush(number);
        }

        if (member.Stalls)
            _readiness.Remove(member.Socket);
    }

    private void End(int number, Member member, SocketError error)
    {
        _readiness.Remove(member.Socket);
        member.Dispose();
        if (member.Login is { } login)
        {
            var reason = error is SocketError.Success ? "the server closed the connection" : new SocketException((int)error).Message;
            Refusal ??= login.Said.Length > 0 ? $"{reason}, and said: {login.Said}" : reason;
            return;
        }

        if (member.Stalls)
            return;
        Disconnected++;
        Ear?.Gone(number);
    }
}
