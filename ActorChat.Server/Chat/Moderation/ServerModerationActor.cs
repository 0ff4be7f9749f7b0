using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Moderation;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Moderation;

/// <summary>Keeps order on the whole server: who is banned from it, who is put off it, what is announced to all. Rooms have their own.</summary>
internal sealed class ServerModerationActor : ReceiveActor, ILogReceive, IWithTimers
{
    public const string Name = "moderation";

    private static readonly TimeSpan ReadAgain = TimeSpan.FromSeconds(5);

    private readonly ServerModerationContext _context;
    private readonly State _state;

    public ServerModerationActor(ServerModerationContext context, State state)
    {
        (_context, _state) = (context, state);
        Receive<ServerModerationCommand.Order>(OnOrder);
        Receive<ServerModerationCommand.FromConsole>(OnConsole);
        Receive<PersistenceEvent.ServerSanctionsRead>(OnSanctionsRead);
        Receive<PersistenceEvent.OrderNotRead>(_ => { });
        Receive<PersistenceEvent.ActSaved>(OnActSaved);
        Receive<NicknameEvent.ExpulsionTried>(OnExpulsionTried);
        Receive<Read>(_ => _context.Persistence.Tell(new PersistenceCommand.ReadServerSanctions(Self)));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private DateTimeOffset Now => _context.Clock.GetUtcNow();

    /// <summary>Keeps the bans outside the instance, so that they survive a restart.</summary>
    /// <param name="context">The dependencies.</param>
    /// <param name="bans">Who is banned; null where that could not be read yet.</param>
    public static Props PropsFor(ServerModerationContext context, Sanction[]? bans) =>
        Props.Create<ServerModerationActor>(context, new State { Bans = SanctionList.Of(bans ?? []), IsRead = bans is not null });

    // Asks until the storage can read.
    protected override void PreStart()
    {
        if (_state.IsRead)
            return;
        Self.Tell(new Read());
        Timers.StartPeriodicTimer(nameof(Read), new Read(), ReadAgain);
    }

    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is ServerModerationCommand.Order order)
            order.Connection.Tell(new SessionEvent.Answered(order.Command, new ChatEvent.Rejected(RejectReason.Failed)));
        base.PreRestart(reason, message);
    }

    private void OnOrder(ServerModerationCommand.Order order)
    {
        var giver = Giver.Of(order.Nickname, order.Account, order.Address, RoomModeration.None.RoleOf(order.Account, _context.Operators));
        CarryOut(order.What, giver, new ModerationSource(order.Session.Value, order.Command, order.Connection));
    }

    private void OnConsole(ServerModerationCommand.FromConsole order)
    {
        var giver = new ModerationSource(0, 0, order.Console);
        if (order.Room.Length == 0)
            CarryOut(order.What, Giver.Console, giver);
        else if (RoomName.TryParse(order.Room, out var room))
            _context.Rooms.Tell(new RoomsCommand.Order(room, giver, order.What));
        else
            Answer(giver, new ChatEvent.Rejected(RejectReason.RoomUnknown, order.Room));
    }

    private void CarryOut(ChatCommand.Order order, Giver by, ModerationSource giver)
    {
        var rules = new ModerationRules(RoomModeration.None with { Bans = _state.Bans }, Room: "", _context.Operators);
        switch (rules.Decide(order, by, find: null, Now))
        {
            case ModerationDecision.Do { Act: { Kind: ModerationKind.Kick } act }:
                _context.Nicknames.Tell(new NicknameCommand.Expel(act, giver));
                break;
            case ModerationDecision.Do carry:
                Save(carry.Act, giver);
                break;
            case var decision:
                Answer(giver, ModerationEvents.AnswerTo(decision, _state.Bans.Current(Now), Now));
                break;
        }
    }

    private void OnExpulsionTried(NicknameEvent.ExpulsionTried tried)
    {
        if (tried.IsDone)
            Save(tried.Act, tried.Giver);
        else
            Answer(tried.Giver, new ChatEvent.Rejected(RejectReason.NotConnected, tried.Act.Subject));
    }

    private void Save(ModerationAct act, ModerationSource giver) => _context.Persistence.Tell(new PersistenceCommand.SaveAct(act, "", giver, Self));

    private void OnActSaved(PersistenceEvent.ActSaved saved)
    {
        if (!saved.IsDurable)
        {
            Answer(saved.Giver, new ChatEvent.Rejected(RejectReason.OrderNotStored));
            return;
        }

        var (act, taken) = (saved.Act, ModerationEvents.Of(saved.Act));
        Context.GetLogger().Info(_context.Texts.OrderOnServer(ModerationTexts.Notice(taken, _context.Texts)));
        if (act.Kind is ModerationKind.Ban or ModerationKind.Unban)
            SetBans(act.Kind == ModerationKind.Ban ? _state.Bans.With(RoomModeration.SanctionOf(act), Now) : _state.Bans.Without(act.Key));
        else if (act.Kind == ModerationKind.Announce)
            _context.Nicknames.Tell(new NicknameCommand.Announce(taken, new SessionId(saved.Giver.Session)));
        Answer(saved.Giver, taken);
    }

    private void OnSanctionsRead(PersistenceEvent.ServerSanctionsRead read)
    {
        Timers.Cancel(nameof(Read));
        if (!_state.IsRead)
            SetBans(SanctionList.Of([.. read.Sanctions, .. _state.Bans.All]));
        _state.IsRead = true;
    }

    private void SetBans(SanctionList bans)
    {
        _state.Bans = bans;
        _context.Nicknames.Tell(new NicknameCommand.SetBans([.. bans.All]));
    }

    private static void Answer(ModerationSource giver, ChatEvent answer)
    {
        if (giver.Session == 0)
            giver.ReplyTo?.Tell(answer);
        else
            giver.ReplyTo?.Tell(new SessionEvent.Answered(giver.Command, answer));
    }

    /// <summary>What outlives a failure.</summary>
    internal sealed class State
    {
        public SanctionList Bans { get; set; } = SanctionList.Empty;

        public bool IsRead { get; set; }
    }

    private sealed record Read : INoSerializationVerificationNeeded;
}

/// <summary>The dependencies of <see cref="ServerModerationActor"/>.</summary>
/// <param name="Operators">The accounts that keep order on the whole server, as compared.</param>
/// <param name="Persistence">Keeps bans, and what was done.</param>
/// <param name="Nicknames">Knows who is there.</param>
/// <param name="Rooms">Has the orders of the console for a room.</param>
/// <param name="Texts">The language of the log.</param>
/// <param name="Clock">The clock.</param>
internal sealed record ServerModerationContext(
    IReadOnlySet<string> Operators,
    IActorRef Persistence,
    IActorRef Nicknames,
    IActorRef Rooms,
    Texts Texts,
    TimeProvider Clock);
