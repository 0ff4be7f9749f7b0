using System.Runtime.InteropServices;

namespace ActorChat.Server.Chat.Nicknames;

/// <summary>Counts the skeletons of the nicknames in use, to refuse confusable ones.</summary>
internal sealed class Skeletons
{
    private readonly Dictionary<string, Counts> _counts = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether a nickname is confusable with one in use. Two ASCII nicknames never are: terminal fonts tell <c>l</c>, <c>1</c> and <c>I</c>
    /// apart, and ILA must be able to talk to LIA.
    /// </summary>
    public bool Resembles(Nickname who) =>
        _counts.TryGetValue(who.Skeleton, out var counts) && (counts.Other > 0 || !who.IsAscii);

    public void Add(Nickname who)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, who.Skeleton, out _);
        counts = counts.With(who, 1);
    }

    public void Remove(Nickname who)
    {
        var skeleton = who.Skeleton;
        var counts = _counts[skeleton].With(who, -1);
        if (counts == default)
            _counts.Remove(skeleton);
        else
            _counts[skeleton] = counts;
    }

    private readonly record struct Counts(int Ascii, int Other)
    {
        public Counts With(Nickname who, int more) => who.IsAscii ? this with { Ascii = Ascii + more } : this with { Other = Other + more };
    }
}
