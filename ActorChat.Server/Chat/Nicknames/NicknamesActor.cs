using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Nicknames;

/// <summary>Grants and frees the nicknames of the whole server, and routes private messages by them.</summary>
internal sealed class NicknamesActor : ReceiveActor, ILogReceive
{
    public const string Name = "nicknames";

    private readonly NicknameRegistry _registry;
    private readonly IActorRef _persistence;
    private readonly Texts _texts;
    private readonly TimeProvider _clock;
    private readonly IDisposable _tracked;
    private LogThrottle _absentThrottle;

    public NicknamesActor(Dictionary<SessionId, NicknameHolder> holders, IActorRef persistence, Texts texts, TimeProvider clock)
    {
        (_registry, _persistence, _texts, _clock) = (new NicknameRegistry(holders), persistence, texts, clock);
        foreach (var holder in holders.Values)
            Context.WatchWith(holder.Connection, new NicknameCommand.Release(holder.Session));
        _tracked = ServerMeter.TrackMembers(Context.System.Name, () => holders.Count);
        Receive<NicknameCommand.Claim>(OnClaim);
        Receive<NicknameCommand.Release>(release => Release(release.Session));
        Receive<NicknameCommand.SendPrivate>(OnSendPrivate);
    }

    /// <summary>Keeps the holders outside the instance, so that they survive a restart.</summary>
    public static Props PropsFor(IActorRef persistence, Texts texts, TimeProvider clock) =>
        Props.Create<NicknamesActor>(new Dictionary<SessionId, NicknameHolder>(), persistence, texts, clock);

    protected override void PostStop() => _tracked.Dispose();

    private void OnClaim(NicknameCommand.Claim claim)
    {
        var holder = new NicknameHolder(claim.Nickname, claim.Session, claim.Connection);
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

    private void Release(SessionId session)
    {
        if (_registry.TryRemove(session, out var holder))
            Context.Unwatch(holder.Connection);
    }

    private void OnSendPrivate(NicknameCommand.SendPrivate message)
    {
        if (Nickname.TryParse(message.To, out var to) && _registry.TryFind(to, out var receiver))
        {
            receiver.Connection.Tell(new NicknameEvent.PrivateMessage(message.Command, message.From, receiver.Nickname.Value, message.Text, message.Sender));
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
