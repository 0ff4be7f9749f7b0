namespace ActorChat.Server.Framing;

/// <summary>
/// A queue of decoded frames. Allocates no queue object in the usual case of one message per received block. A mutable value: keep it in a
/// field that is not read-only.
/// </summary>
internal struct FrameBuffer
{
    private Frame _first;
    private bool _hasFirst;
    private Queue<Frame>? _others;

    public void Enqueue(Frame frame)
    {
        if (_hasFirst)
            (_others ??= new Queue<Frame>()).Enqueue(frame);
        else
            (_first, _hasFirst) = (frame, true);
    }

    public readonly bool TryPeek(out Frame frame)
    {
        frame = _first;
        return _hasFirst;
    }

    public bool TryDequeue(out Frame frame)
    {
        frame = _first;
        var any = _hasFirst;
        _first = default;
        _hasFirst = _others is not null && _others.TryDequeue(out _first);
        if (_others is { Count: 0 })
            _others = null;

        return any;
    }
}
