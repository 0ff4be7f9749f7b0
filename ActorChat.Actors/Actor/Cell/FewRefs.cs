namespace Akka.Actor;

/// <summary>
/// A map from actors to something, or to nothing, which mostly holds one actor or none: the first needs no memory besides. A mutable
/// value: keep it in a field that is not read-only.
/// </summary>
internal struct FewRefs
{
    private InternalActorRef? _first;
    private object? _valueOfFirst;
    private Dictionary<InternalActorRef, object?>? _others;

    /// <summary>All actors, in no order. Not to be changed meanwhile.</summary>
    public readonly IEnumerable<InternalActorRef> Keys
    {
        get
        {
            IEnumerable<InternalActorRef> others = _others?.Keys ?? Enumerable.Empty<InternalActorRef>();
            return _first is null ? others : others.Prepend(_first);
        }
    }

    /// <summary>Finds what an actor stands for.</summary>
    public readonly bool TryGetValue(InternalActorRef key, out object? value)
    {
        value = null;
        if (!key.Equals(_first))
            return _others is not null && _others.TryGetValue(key, out value);
        value = _valueOfFirst;
        return true;
    }

    /// <summary>Adds an actor, or lets it stand for something else.</summary>
    public void Set(InternalActorRef key, object? value)
    {
        if (key.Equals(_first) || (_first is null && _others?.ContainsKey(key) != true))
            (_first, _valueOfFirst) = (key, value);
        else
            (_others ??= [])[key] = value;
    }

    /// <summary>Takes an actor out. Whether it was there.</summary>
    public bool Remove(InternalActorRef key, out object? value)
    {
        value = null;
        if (!key.Equals(_first))
            return _others is not null && _others.Remove(key, out value);
        (value, _first, _valueOfFirst) = (_valueOfFirst, null, null);
        return true;
    }

    /// <summary>Takes all out.</summary>
    public void Clear() => this = default;
}
