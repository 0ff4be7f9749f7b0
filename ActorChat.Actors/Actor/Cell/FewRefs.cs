namespace Akka.Actor;

/// <summary>
/// A map from actors to something, or to nothing, which mostly holds one actor or none: the first needs no memory besides, a few more
/// an array, and only many a table. A mutable value: keep it in a field that is not read-only.
/// </summary>
internal struct FewRefs
{
    private const int FirstLength = 2, MostInArray = 8;

    private InternalActorRef? _first;
    private object? _valueOfFirst;

    // An array with gaps, or a dictionary: one field, since every actor has several of these maps.
    private object? _others;

    /// <summary>All actors, in no order. Not to be changed meanwhile.</summary>
    public readonly IEnumerable<InternalActorRef> Keys
    {
        get
        {
            var others = _others switch
            {
                Entry[] few => few.Where(entry => entry.Key is not null).Select(entry => entry.Key!),
                Dictionary<InternalActorRef, object?> many => many.Keys,
                _ => Enumerable.Empty<InternalActorRef>(),
            };
            return _first is null ? others : others.Prepend(_first);
        }
    }

    /// <summary>Finds what an actor stands for.</summary>
    public readonly bool TryGetValue(InternalActorRef key, out object? value)
    {
        value = null;
        if (key.Equals(_first))
            value = _valueOfFirst;
        else if (_others is Dictionary<InternalActorRef, object?> many)
            return many.TryGetValue(key, out value);
        else if (IndexOf(key) is >= 0 and var index)
            value = ((Entry[])_others!)[index].Value;
        else
            return false;
        return true;
    }

    /// <summary>Adds an actor, or lets it stand for something else.</summary>
    public void Set(InternalActorRef key, object? value)
    {
        if (key.Equals(_first) || (_first is null && !TryGetValue(key, out _)))
            (_first, _valueOfFirst) = (key, value);
        else if (_others is Dictionary<InternalActorRef, object?> many)
            many[key] = value;
        else
            SetInArray(new Entry(key, value));
    }

    /// <summary>Takes an actor out. Whether it was there.</summary>
    public bool Remove(InternalActorRef key, out object? value)
    {
        if (_others is Dictionary<InternalActorRef, object?> many && !key.Equals(_first))
            return many.Remove(key, out value);
        if (!TryGetValue(key, out value))
            return false;
        if (key.Equals(_first))
            (_first, _valueOfFirst) = (null, null);
        else
            ((Entry[])_others!)[IndexOf(key)] = default;
        return true;
    }

    /// <summary>Takes all out.</summary>
    public void Clear() => this = default;

    private readonly int IndexOf(InternalActorRef key) =>
        _others is Entry[] few ? Array.FindIndex(few, entry => key.Equals(entry.Key)) : -1;

    private void SetInArray(Entry entry)
    {
        var few = _others as Entry[] ?? new Entry[FirstLength];
        var index = IndexOf(entry.Key!);
        if (index < 0)
            index = Array.FindIndex(few, other => other.Key is null);
        if (index < 0 && few.Length == MostInArray)
        {
            _others = new Dictionary<InternalActorRef, object?>(few.Append(entry).Select(e => KeyValuePair.Create(e.Key!, e.Value)));
            return;
        }

        if (index < 0)
        {
            index = few.Length;
            Array.Resize(ref few, few.Length * 2);
        }

        few[index] = entry;
        _others = few;
    }

    private readonly record struct Entry(InternalActorRef? Key, object? Value);
}
