using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Nicknames;

/// <summary>
/// Grants and frees the nicknames of the whole server, and routes private messages by them. Knows which have an account: a claim waits for no
/// database.
/// </summary>
internal sealed class NicknamesActor : ReceiveActor, ILogReceive
{
    public const string Name = "nicknames";

    private readonly NicknameRegistry _registry;
    private readonly RegisteredNames _accounts;
    private readonly IActorRef _persistence;
    private readonly Texts _texts;
    private readonly TimeProvider _clock;
    private readonly IDisposable _tracked;
    private readonly ServerBans _bans;
    private LogThrottle _absentThrottle;

    public NicknamesActor(
        Dictionary<SessionId, NicknameHolder> holders,
        RegisteredNames accounts,
        ServerBans bans,
        IActorRef persistence,
        Texts texts,
        TimeProvider clock)
    {
        _bans = bans;
        (_registry, _accounts, _persistence, _texts, _clock) = (new NicknameRegistry(holders), accounts, persistence, texts, clock);
        foreach (var holder in holders.Values)
            Context.WatchWith(holder.Connection, new NicknameCommand.Release(holder.Session));
        _tracked = ServerMeter.TrackMembers(Context.System.Name, () => holders.Count);
        Receive<NicknameCommand.Claim>(OnClaim);
        Receive<NicknameCommand.Release>(release => Release(release.Session));
        Receive<NicknameCommand.Identify>(identify => _registry.Identify(identify.Session, identify.Account));
        Receive<NicknameCommand.AddAccount>(added => _accounts.Add(added.Name));
        Receive<NicknameCommand.RemoveAccount>(removed => _accounts.Remove(removed.Name));
        Receive<NicknameCommand.SetBans>(OnSetBans);
        Receive<NicknameCommand.FindBan>(find => find.ReplyTo.Tell(new NicknameEvent.BanFound(FindBan(find.Nickname, find.Account, find.Address))));
        Receive<NicknameCommand.Expel>(OnExpel);
        Receive<NicknameCommand.Announce>(OnAnnounce);
        Receive<NicknameCommand.SendPrivate>(OnSendPrivate);
    }

    /// <summary>Keeps holders, accounts and bans outside the instance, so that they survive a restart.</summary>
    public static Props PropsFor(RegisteredNames accounts, ServerBans bans, IActorRef persistence, Texts texts, TimeProvider clock) =>
        Props.Create<NicknamesActor>(new Dictionary<SessionId, NicknameHolder>(), accounts, bans, persistence, texts, clock);

    protected override void PostStop() => _tracked.Dispose();

    private void OnClaim(NicknameCommand.Claim claim)
    {
        var isRegistered = _accounts.TryFind(claim.Nickname, out _);
        if (claim.Account is null && (isRegistered || claim.NeedsAccount))
        {
            claim.Connection.Tell(isRegistered ? new NicknameEvent.PasswordWanted(claim.Command) : new NicknameEvent.NotRegistered(claim.Command));
            return;
        }

        // The account may have ended while its owner came in.
        var isOwners = claim.Account is not null && isRegistered;
        if (_accounts.Resembles(claim.Nickname) || (claim.Account is not null && !isOwners))
        {
            claim.Connection.Tell(new NicknameEvent.Taken(claim.Command, ActorRefs.Nobody));
            return;
        }

        var holder = new NicknameHolder(claim.Nickname, claim.Session, claim.Connection, claim.Account) { Address = claim.Address };
        if (FindBan(holder) is { } ban)
        {
            claim.Connection.Tell(new NicknameEvent.Banned(claim.Command, ban));
            return;
        }

        if (isOwners)
            Displace(claim);
        Grant(claim, holder);
    }

    // The owner waits for nobody's time-out: not for a ghost's, nor for a stranger who was there before the nickname was registered.
    private void Displace(NicknameCommand.Claim claim)
    {
        foreach (var holder in _registry.Resembling(claim.Nickname).Where(holder => holder.Account is null || holder.Account == claim.Account))
        {
            Release(holder.Session);
            holder.Connection.Tell(new NicknameEvent.Displaced(holder.Nickname));
        }
    }

    private void Grant(NicknameCommand.Claim claim, NicknameHolder holder)
    {
        if (!_registry.TryAdd(holder))
        {
            var other = _registry.TryFind(claim.Nickname, out var found) ? found.Connection : ActorRefs.Nobody;
            claim.Connection.Tell(new NicknameEvent.Taken(claim.Command, other));
            return;
        }

        Context.WatchWith(claim.Connection, new NicknameCommand.Release(claim.Session));
        _persistence.Tell(new PersistenceCommand.UserSeen(claim.Nickname.Value));
        claim.Connection.Tell(new NicknameEvent.Claimed(claim.Command));
    }

    private ChatEvent.Sanctioned? FindBan(NicknameHolder holder) => FindBan(holder.Nickname, holder.Account, holder.Address);

    private ChatEvent.Sanctioned? FindBan(Nickname nickname, string? account, string address)
    {
        if (_bans.Current.IsEmpty || (account is not null && _bans.Operators.Contains(account)))
            return null;
        var now = _clock.GetUtcNow();
        return _bans.Current.Find(nickname, Giver.ParseAddress(address), now) is { } ban ? ModerationEvents.Of(ban, room: "", now) : null;
    }

    private void OnSetBans(NicknameCommand.SetBans set)
    {
        _bans.Current = SanctionList.Of(set.Bans);
        foreach (var holder in _registry.All.ToList())
        {
            if (FindBan(holder) is { } ban)
                PutOff(holder, new ChatEvent.PutOff(ban, ""));
        }
    }

    private void OnExpel(NicknameCommand.Expel expel)
    {
        var isThere = Nickname.TryParse(expel.Act.Subject, out var nickname) & _registry.TryFind(nickname, out var holder);
        if (isThere && holder is not null)
            PutOff(holder, new ChatEvent.PutOff(Ban: null, expel.Act.Text));
        Sender.Tell(new NicknameEvent.ExpulsionTried(expel.Act, expel.Giver, isThere));
    }

    // Frees the nickname at once: whoever is put off must not hold it by not reading.
    private void PutOff(NicknameHolder holder, ChatEvent.PutOff why)
    {
        Release(holder.Session);
        holder.Connection.Tell(new NicknameEvent.PutOff(why));
    }

    private void OnAnnounce(NicknameCommand.Announce announce)
    {
        foreach (var holder in _registry.All.Where(holder => holder.Session != announce.Except))
            holder.Connection.Tell(new NicknameEvent.Announced(announce.What));
    }

    private void Release(SessionId session)
    {
        if (_registry.TryRemove(session, out var holder))
            Context.Unwatch(holder.Connection);
    }

    private void OnSendPrivate(NicknameCommand.SendPrivate message)
    {
        var isNickname = Nickname.TryParse(message.To, out var to);
        var isRegistered = _accounts.TryFind(to, out var registered);
        if (isNickname && _registry.TryFind(to, out var receiver) && (!isRegistered || receiver.Account is not null))
        {
            receiver.Connection.Tell(message.Addressed(receiver.Nickname));
            return;
        }

        if (isRegistered)
        {
            _persistence.Tell(message.Addressed(registered).ToKeep(registered.Casefolded, _clock.GetUtcNow()));
            return;
        }

        LogAbsent(message.From);
        message.Sender.Tell(new NicknameEvent.NotConnected(message.Command, message.To));
    }

    // Leaves the recipient out of the log: it may be a piece of the private text.
    private void LogAbsent(Nickname from)
    {
        if (!_absentThrottle.TryPass(_clock.Now(), out var leftOut))
            return;
        Context.GetLogger().Log(LogLevel.InfoLevel, cause: null, new StructuredMessage(
            _texts.AndNotLogged(_texts.PrivateToAbsent(from.Value), leftOut), (StructuredMessage.Nickname, from.Value), (LogThrottle.LeftOut, leftOut)));
    }
}

/// <summary>Who is banned from the whole server.</summary>
/// <param name="operators">The accounts that keep order on the whole server, as compared.</param>
internal sealed class ServerBans(IReadOnlySet<string> operators)
{
    public SanctionList Current { get; set; } = SanctionList.Empty;

    /// <summary>The accounts that none of them keeps out.</summary>
    public IReadOnlySet<string> Operators => operators;
}
