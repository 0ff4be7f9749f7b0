using System.Numerics;

namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>One sender's messages that are on their way: the next may go when fewer than so many have not reached everybody.</summary>
internal sealed class SendWindow
{
    private readonly uint[] _heard;
    private readonly int _outstanding;
    private readonly uint _listeners;
    private uint _gone;

    /// <param name="outstanding">How many may be on their way.</param>
    /// <param name="listeners">How many must hear each.</param>
    public SendWindow(int outstanding, int listeners)
    {
        (_outstanding, _listeners) = (outstanding, (uint)listeners);
        _heard = new uint[BitOperations.RoundUpToPowerOf2((uint)outstanding)];
    }

    /// <summary>How many were sent: the sequence of the next.</summary>
    public uint Sent { get; private set; }

    /// <summary>The first that not everybody has heard.</summary>
    public uint Oldest { get; private set; }

    /// <summary>Whether another one may go.</summary>
    public bool CanSend => Sent - Oldest < _outstanding;

    /// <summary>Takes the next sequence.</summary>
    public uint Send()
    {
        _heard[Sent & Mask] = _gone;
        var sequence = Sent++;
        Advance();
        return sequence;
    }

    /// <summary>Somebody has heard it.</summary>
    public void Heard(uint sequence)
    {
        if (sequence - Oldest >= Sent - Oldest)
            return;
        _heard[sequence & Mask]++;
        if (sequence == Oldest)
            Advance();
    }

    /// <summary>A listener is gone: it hears nothing from this sequence on, and nobody waits for it any more.</summary>
    /// <param name="from">The first that it has not heard.</param>
    public void Gone(uint from)
    {
        _gone++;
        for (var sequence = Math.Max(from, Oldest); sequence < Sent; sequence++)
            _heard[sequence & Mask]++;
        Advance();
    }

    /// <summary>What is on its way will not arrive any more.</summary>
    public void GiveUp() => Oldest = Sent;

    private uint Mask => (uint)_heard.Length - 1;

    private void Advance()
    {
        while (Oldest < Sent && _heard[Oldest & Mask] >= _listeners)
            Oldest++;
    }
}
