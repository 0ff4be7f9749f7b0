using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace ActorChat.Server.Chat.Nicknames;

/// <summary>A nickname in use.</summary>
/// <param name="Nickname">As its user spelt it.</param>
/// <param name="Session">Whose it is.</param>
/// <param name="Connection">That session's connection.</param>
internal sealed record NicknameHolder(Nickname Nickname, SessionId Session, IActorRef Connection);

/// <summary>The nicknames in use: each by one session, and none that looks like another.</summary>
internal sealed class NicknameRegistry
{
    private readonly Dictionary<SessionId, NicknameHolder> _bySession;
    private readonly Dictionary<string, NicknameHolder> _byCasefold = new(StringComparer.Ordinal);
    private readonly Skeletons _skeletons = new();

    /// <param name="holders">Holds those who hold a nickname; changed here only, each time in one step.</param>
    public NicknameRegistry(Dictionary<SessionId, NicknameHolder> holders)
    {
        _bySession = holders;
        foreach (var holder in holders.Values)
            Index(holder);
    }

    /// <summary>Gives a nickname to a session that has none. False when it, or one that looks like it, is taken.</summary>
    public bool TryAdd(NicknameHolder holder)
    {
        if (_byCasefold.ContainsKey(holder.Nickname.Casefolded) || _skeletons.Resembles(holder.Nickname) || !_bySession.TryAdd(holder.Session, holder))
            return false;
        Index(holder);
        return true;
    }

    /// <summary>Frees the nickname of a session.</summary>
    public bool TryRemove(SessionId session, [MaybeNullWhen(false)] out NicknameHolder holder)
    {
        if (!_bySession.Remove(session, out holder))
            return false;
        _byCasefold.Remove(holder.Nickname.Casefolded);
        _skeletons.Remove(holder.Nickname);
        return true;
    }

    /// <summary>Finds the holder of any spelling; never of a nickname that only looks like it, who is somebody else.</summary>
    public bool TryFind(Nickname nickname, [MaybeNullWhen(false)] out NicknameHolder holder) => _byCasefold.TryGetValue(nickname.Casefolded, out holder);

    private void Index(NicknameHolder holder)
    {
        _byCasefold.Add(holder.Nickname.Casefolded, holder);
        _skeletons.Add(holder.Nickname);
    }
}
