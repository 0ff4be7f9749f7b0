using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace ActorChat.Server.Chat.Nicknames;

/// <summary>A nickname in use.</summary>
/// <param name="Nickname">The nickname.</param>
/// <param name="Session">The session that has it.</param>
/// <param name="Connection">Its connection.</param>
/// <param name="Account">The key of the account that it is identified with; null for none.</param>
internal sealed record NicknameHolder(Nickname Nickname, SessionId Session, IActorRef Connection, string? Account = null)
{
    /// <summary>The network address.</summary>
    public string Address { get; init; } = "";

    /// <summary>Keeps the address out of the log.</summary>
    public override string ToString() => $"NicknameHolder {{ {Nickname} }}";
}

/// <summary>The nicknames in use: one per session, and none confusable with another.</summary>
internal sealed class NicknameRegistry
{
    private readonly Dictionary<SessionId, NicknameHolder> _bySession;
    private readonly Dictionary<string, NicknameHolder> _byCasefold = new(StringComparer.Ordinal);
    private readonly Skeletons _skeletons = new();

    /// <param name="holders">The state, which survives a restart of the owner. Changed only here, each time in one step.</param>
    public NicknameRegistry(Dictionary<SessionId, NicknameHolder> holders)
    {
        _bySession = holders;
        foreach (var holder in holders.Values)
            Index(holder);
    }

    public IReadOnlyCollection<NicknameHolder> All => _bySession.Values;

    /// <summary>Grants a nickname to a session without one. False if it, or a confusable one, is in use.</summary>
    public bool TryAdd(NicknameHolder holder)
    {
        if (_byCasefold.ContainsKey(holder.Nickname.Casefolded) || _skeletons.Resembles(holder.Nickname) || !_bySession.TryAdd(holder.Session, holder))
            return false;
        Index(holder);
        return true;
    }

    public bool TryRemove(SessionId session, [MaybeNullWhen(false)] out NicknameHolder holder)
    {
        if (!_bySession.Remove(session, out holder))
            return false;
        _byCasefold.Remove(holder.Nickname.Casefolded);
        _skeletons.Remove(holder.Nickname);
        return true;
    }

    /// <summary>Finds the holder by any spelling, but never by a confusable nickname.</summary>
    public bool TryFind(Nickname nickname, [MaybeNullWhen(false)] out NicknameHolder holder) => _byCasefold.TryGetValue(nickname.Casefolded, out holder);

    /// <summary>Notes the account of a session, if it has a nickname.</summary>
    public void Identify(SessionId session, string? account)
    {
        if (_bySession.TryGetValue(session, out var holder))
            _bySession[session] = _byCasefold[holder.Nickname.Casefolded] = holder with { Account = account };
    }

    /// <summary>The holders of this nickname, and of all that are confusable with it.</summary>
    public List<NicknameHolder> Resembling(Nickname nickname)
    {
        var holders = TryFind(nickname, out var same) ? [same] : new List<NicknameHolder>();
        if (_skeletons.Resembles(nickname))
        {
            var skeleton = nickname.Skeleton;
            holders.AddRange(_bySession.Values.Where(holder =>
                holder != same && holder.Nickname.Skeleton == skeleton && !(holder.Nickname.IsAscii && nickname.IsAscii)));
        }

        return holders;
    }

    private void Index(NicknameHolder holder)
    {
        _byCasefold.Add(holder.Nickname.Casefolded, holder);
        _skeletons.Add(holder.Nickname);
    }
}
