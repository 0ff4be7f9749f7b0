using System.Net;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Server.Chat.Moderation;

/// <summary>Bans, or mutes, in one place: by name and its look-alikes, and by network. Immutable.</summary>
internal sealed class SanctionList
{
    private readonly Dictionary<string, Sanction> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sanction> _bySkeleton = new(StringComparer.Ordinal);
    private readonly List<(IPNetwork Network, Sanction Sanction)> _networks = [];

    private SanctionList(IEnumerable<Sanction> sanctions)
    {
        foreach (var sanction in sanctions)
        {
            _byKey[sanction.Key] = sanction;
            if (AddressMask.IsMeant(sanction.Subject) && AddressMask.TryParse(sanction.Subject, out var network))
                _networks.Add((network, sanction));
            else if (Nickname.TryParse(sanction.Subject, out var nickname))
                _bySkeleton[nickname.Skeleton] = sanction;
        }
    }

    public static SanctionList Empty { get; } = new([]);

    /// <summary>Whether nothing is to be looked for.</summary>
    public bool IsEmpty => _byKey.Count == 0;

    public int Count => _byKey.Count;

    public IEnumerable<Sanction> All => _byKey.Values;

    public static SanctionList Of(IEnumerable<Sanction> sanctions) => new(sanctions);

    /// <summary>Adds a sanction, in the place of one of the same subject; what has ended is dropped.</summary>
    public SanctionList With(Sanction sanction, DateTimeOffset now) =>
        new([.. Current(now).Where(other => other.Key != sanction.Key), sanction]);

    public SanctionList Without(string key) => new(_byKey.Values.Where(sanction => sanction.Key != key));

    /// <summary>The sanctions that hold now.</summary>
    public IEnumerable<Sanction> Current(DateTimeOffset now) => _byKey.Values.Where(sanction => Holds(sanction, now));

    /// <summary>The sanction of exactly this name or network; null where none holds now.</summary>
    public Sanction? FindKey(string key, DateTimeOffset now) => _byKey.TryGetValue(key, out var sanction) && Holds(sanction, now) ? sanction : null;

    /// <summary>The sanction that a user is under now; null for none.</summary>
    /// <param name="nickname">The nickname.</param>
    /// <param name="address">The network address; null to look for the name only.</param>
    /// <param name="now">The time.</param>
    public Sanction? Find(Nickname nickname, IPAddress? address, DateTimeOffset now)
    {
        if (IsEmpty)
            return null;
        if (FindKey(nickname.Casefolded, now) is { } named)
            return named;
        if (_bySkeleton.TryGetValue(nickname.Skeleton, out var alike) && Holds(alike, now) && IsConfusable(alike, nickname))
            return alike;
        if (address is null || _networks.Count == 0)
            return null;
        var unmapped = AddressMask.Unmap(address);
        return _networks.Find(entry => entry.Network.Contains(unmapped) && Holds(entry.Sanction, now)).Sanction;
    }

    // Two nicknames in ASCII never count as alike, as where nicknames are granted.
    private static bool IsConfusable(Sanction sanction, Nickname nickname) =>
        Nickname.TryParse(sanction.Subject, out var named) && !(named.IsAscii && nickname.IsAscii);

    private static bool Holds(Sanction sanction, DateTimeOffset now) => sanction.Until == 0 || sanction.Until > now.ToUnixTimeMilliseconds();
}
