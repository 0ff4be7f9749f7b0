namespace ActorChat.Server.Transport.Tls;

/// <summary>
/// Limits the handshakes at one time; the others wait in line. While some wait, a handshake that takes longer than the patience gives up its
/// place, so that clients that stop half way keep nobody out. Thread-safe.
/// </summary>
internal sealed class HandshakeGate : IDisposable
{
    private readonly int _places;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly LinkedList<Place> _underWay = [];
    private readonly LinkedList<TaskCompletionSource<Place>> _waiting = [];

    public HandshakeGate(int places, TimeSpan patience, TimeProvider clock)
    {
        (_places, _patience, _clock) = (places, patience, clock);
        _timer = clock.CreateTimer(static gate => ((HandshakeGate)gate!).OnTick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits for a place. Dispose it after the handshake.</summary>
    /// <exception cref="OperationCanceledException">None was free in time.</exception>
    public async Task<Place> EnterAsync(CancellationToken cancel)
    {
        LinkedListNode<TaskCompletionSource<Place>> turn;
        lock (_lock)
        {
            if (_underWay.Count < _places)
                return Take();
            turn = _waiting.AddLast(new TaskCompletionSource<Place>(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_waiting.Count == 1)
                Watch();
        }

        await using (cancel.Register(() => GiveUp(turn, cancel)))
            return await turn.Value.Task;
    }

    public void Dispose() => _timer.Dispose();

    private Place Take()
    {
        var place = new Place(this, _clock.Now());
        place.Node = _underWay.AddLast(place);
        return place;
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource<Place>> turn, CancellationToken cancel)
    {
        lock (_lock)
        {
            if (turn.List is null)
                return;
            _waiting.Remove(turn);
        }

        turn.Value.TrySetCanceled(cancel);
    }

    private void Leave(Place place)
    {
        lock (_lock)
        {
            if (place.Node?.List is null)
                return;
            _underWay.Remove(place.Node);
            if (_waiting.First is not { } next)
                return;
            _waiting.RemoveFirst();
            next.Value.SetResult(Take());
        }
    }

    // Frees a place for each that waits, as far as the oldest handshakes have had their time.
    private void OnTick()
    {
        List<Place> late;
        lock (_lock)
        {
            late = [.. _underWay.TakeWhile(place => _clock.Now() - place.Since >= _patience).Take(_waiting.Count)];
        }

        foreach (var place in late)
            place.GiveUp();
        lock (_lock)
        {
            Watch();
        }
    }

    private void Watch()
    {
        if (_waiting.Count == 0 || _underWay.First is not { } oldest)
            return;
        var left = oldest.Value.Since + _patience - _clock.Now();
        _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    /// <summary>The place of one handshake.</summary>
    internal sealed class Place(HandshakeGate gate, TimeSpan since) : IDisposable
    {
        private readonly CancellationTokenSource _givenUp = new();

        public TimeSpan Since => since;

        public LinkedListNode<Place>? Node { get; set; }

        /// <summary>Cancelled when others have waited long enough.</summary>
        public CancellationToken GivenUp => _givenUp.Token;

        public void GiveUp()
        {
            gate.Leave(this);
            _givenUp.Cancel();
        }

        public void Dispose() => gate.Leave(this);
    }
}
