namespace ActorChat.Server.Framing;

/// <summary>
/// The frames that wait to be read, in order. A mutable value: keep it in a field that is not read-only.
/// The usual case, one message per received block, needs no queue object, and an empty one holds none.
/// </summary>
internal struct FrameBuffer
{
    private Frame _first;
    private bool _hasFirst;
    private Queue<Frame>? _others;

    /// <summary>Adds a frame behind the others.</summary>
    public void Enqueue(Frame frame)
    {
        if (_hasFirst)
        {
            _others ??= new Queue<Frame>();
            _others.Enqueue(frame);
        }
        else
        {
            _first = frame;
            _hasFirst = true;
        }
    }

    /// <summary>Shows the oldest frame; false when there is none.</summary>
    public readonly bool TryPeek(out Frame frame)
    {
        frame = _first;
        return _hasFirst;
    }

    /// <summary>Takes the oldest frame; false when there is none.</summary>
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
