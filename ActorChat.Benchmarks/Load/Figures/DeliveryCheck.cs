namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>
/// Whether every receiver gets every message of its room once and in order, and all receivers of a room the same order. What is in order costs a
/// look at one number; only what is not is remembered.
/// </summary>
/// <param name="receivers">How many members read.</param>
/// <param name="senders">How many of them speak: the members from 0 on.</param>
/// <param name="rooms">The rooms among which the members are dealt, one after the other.</param>
internal sealed class DeliveryCheck(int receivers, int senders, int rooms = 1)
{
    // Where more are missing than this, what comes late counts as doubled: wrong either way, and memory has an end.
    private const int MostMissing = 1_000_000;

    private readonly uint[] _expected = new uint[receivers * senders];
    private readonly ulong[] _orders = new ulong[receivers];
    private readonly HashSet<(int Receiver, int Sender, uint Sequence)> _missing = [];
    private long _forgotten;

    /// <summary>Deliveries so far, without doubled ones.</summary>
    public long Delivered { get; private set; }

    /// <summary>Of these, those that came after a later one of the same sender.</summary>
    public long Reordered { get; private set; }

    /// <summary>Deliveries of what the receiver had already.</summary>
    public long Doubled { get; private set; }

    /// <summary>Whether a member is to get what another one says.</summary>
    public bool Hears(int receiver, int sender) => receiver != sender && receiver % rooms == sender % rooms;

    /// <summary>How many members are to get what one says.</summary>
    public int Listeners(int sender) => (receivers - 1 - (sender % rooms)) / rooms;

    /// <summary>Takes a delivery; false where it is a doubled one.</summary>
    public bool Take(int receiver, int sender, uint sequence)
    {
        ref var expected = ref _expected[(receiver * senders) + sender];
        if (sequence == expected)
            expected++;
        else if (!TakeOther(receiver, sender, sequence, ref expected))
            return false;
        Delivered++;
        ref var order = ref _orders[receiver];
        order = (order ^ (((ulong)sender << 32) | sequence)) * 0x9E37_79B9_7F4A_7C15 ^ (order >> 29);
        return true;
    }

    /// <summary>The sequence that this receiver awaits next of this sender.</summary>
    public uint Expected(int receiver, int sender) => _expected[(receiver * senders) + sender];

    /// <summary>How many deliveries never came.</summary>
    /// <param name="listeners">Those who were there all the time.</param>
    /// <param name="sent">How many each sender has sent.</param>
    public long Lost(IReadOnlyCollection<int> listeners, ReadOnlySpan<uint> sent)
    {
        var there = listeners.ToHashSet();
        var lost = _forgotten + _missing.LongCount(missing => there.Contains(missing.Receiver));
        foreach (var receiver in there)
        {
            for (var sender = 0; sender < senders; sender++)
                lost += Hears(receiver, sender) ? sent[sender] - Expected(receiver, sender) : 0;
        }

        return lost;
    }

    /// <summary>In how many orders these receivers, none of whom speaks, have read the messages of one room, at most; 1 is what a room promises.</summary>
    public int Orders(IEnumerable<int> listeners) =>
        listeners.GroupBy(receiver => receiver % rooms, receiver => _orders[receiver]).Select(room => room.Distinct().Count()).DefaultIfEmpty().Max();

    private bool TakeOther(int receiver, int sender, uint sequence, ref uint expected)
    {
        if (sequence < expected)
        {
            var late = _missing.Remove((receiver, sender, sequence));
            (Reordered, Doubled) = late ? (Reordered + 1, Doubled) : (Reordered, Doubled + 1);
            return late;
        }

        for (; expected < sequence && _missing.Count < MostMissing; expected++)
            _missing.Add((receiver, sender, expected));
        _forgotten += sequence - expected;
        expected = sequence + 1;
        return true;
    }
}
