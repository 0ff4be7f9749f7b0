namespace ActorChat.Client.Terminal.Keys;

/// <summary>Reads keys from a terminal that is taken over already, on a thread of its own.</summary>
internal sealed class KeyReader(ITerminal terminal, TimeProvider clock, Action<Key> onKey, Action onEnd)
{
    // The rest of a key's sequence follows its ESC within this time, and the rest of a paste a Ctrl+C in it. Otherwise they were keys.
    private static readonly TimeSpan SequenceTimeout = TimeSpan.FromMilliseconds(100);

    private readonly KeyDecoder _decoder = new();
    private readonly PasteWatch _watch = new(clock);

    public void Start() => new Thread(Run) { IsBackground = true, Name = "terminal input" }.Start();

    private void Run()
    {
        var bytes = new byte[4096];
        try
        {
            int count;
            while ((count = terminal.Read(bytes)) > 0)
            {
                foreach (var key in _decoder.Decode(bytes.AsSpan(0, count)))
                    onKey(key);
                _watch.OnRead(count, _decoder.IsInPaste);
                foreach (var key in DecodeSilence())
                    onKey(key);
            }
        }
        catch (IOException)
        {
            // A closed terminal fails its readers (EIO). It is the end of the input.
        }

        onEnd();
    }

    // Only time tells whether an ESC, or a Ctrl+C in a paste, is a key, and that the end of a paste got lost.
    private IReadOnlyList<Key> DecodeSilence()
    {
        if (_decoder.IsAtEscape && !terminal.HasInput(SequenceTimeout))
            return [_decoder.EndEscape()];
        if (_decoder.IsAtInterrupt && !terminal.HasInput(SequenceTimeout))
            return [_decoder.AbandonPaste()];
        return _decoder.IsInPaste && !terminal.HasInput(_watch.Remaining) ? _decoder.EndPaste() : [];
    }
}
