using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Api;
using ActorChat.Server.Chat.Connections;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Chat.Rooms.Local;
using ActorChat.Server.Confirmation;
using ActorChat.Server.Dialects.Confirmation;
using ActorChat.Server.Dialects.Json;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.History;
using ActorChat.Server.Storage.Moderation;
using ActorChat.Server.Storage.Search;
using ActorChat.Server.Storage.Tokens;
using ActorChat.Server.Transport.Listening;
using ActorChat.Server.Transport.Tls;
using ActorChat.Server.Web;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Lifecycle;

/// <summary>
/// Starts the parts of the server, storage first and ports last, and stops them in reverse. So a client that can connect finds everything
/// ready, and every received message is stored.
/// </summary>
internal sealed class ServerActor : ReceiveActor, ILogReceive
{
    private const string ChatListener = "chat-listener";
    private const string ConfirmationListener = "confirmation-listener";
    private const string WebListener = "web-listener";

    // Part of the shutdown grace reserved so that the storage's reply still arrives.
    private static readonly TimeSpan AnswerReserve = TimeSpan.FromMilliseconds(500);

    // The time for clients to read that the server has failed.
    private static readonly TimeSpan BreakdownLimit = TimeSpan.FromSeconds(3);

    private readonly ServerActorSettings _settings;
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public ServerActor(ServerActorSettings settings)
    {
        _settings = settings;
        Receive<ServerCommand.Start>(_ => OpenStorage(Sender));
        Receive<ServerCommand.Stop>(_ => Sender.Tell(new ServerEvent.Stopped()));
    }

    public static Props PropsFor(ServerActorSettings settings) => Props.Create<ServerActor>(settings);

    private TimeProvider Clock => _settings.Persistence.Clock;

    private Texts Texts => _settings.Persistence.Texts;

    protected override SupervisorStrategy SupervisorStrategy() => new ServerSupervision(Self);

    // Catches failures: they would stop the ports, and Akka resets every connection of a port that stops.
    protected override bool AroundReceive(Receive receive, object message)
    {
        try
        {
            if (message is not PartBroken broken)
                return base.AroundReceive(receive, message);
            BreakDown(broken.Cause);
        }
        catch (Exception failure)
        {
            BreakDown(failure);
        }

        return true;
    }

    private void OpenStorage(IActorRef starter)
    {
        var persistence = Context.ActorOf(PersistenceActor.PropsFor(_settings.Persistence), PersistenceActor.Name);
        Become(() => OpeningStorage(starter, persistence));
    }

    private void OpeningStorage(IActorRef starter, IActorRef persistence)
    {
        Receive<PersistenceEvent.Ready>(_ => persistence.Tell(new AccountStoreCommand.ReadNames(Self)));
        Receive<AccountStoreEvent.NamesRead>(read => ReadOrder(starter, persistence, read.Names));
        Receive<AccountStoreEvent.Unavailable>(failed => FailStart(starter, new StartFailure.Storage(failed.Reason)));
        Receive<PersistenceEvent.Unavailable>(failed => FailStart(starter, new StartFailure.Storage(failed.Reason)));
        Receive<ServerCommand.Stop>(_ => StopAtOnce());
    }

    // Who is banned must not come in for an instant. What cannot be read is asked for again later: the others need not wait for it.
    private void ReadOrder(IActorRef starter, IActorRef persistence, string[] accountNames)
    {
        persistence.Tell(new PersistenceCommand.ReadServerSanctions(Self));
        Become(() =>
        {
            Receive<PersistenceEvent.ServerSanctionsRead>(read => ReadRooms(starter, persistence, accountNames, read.Sanctions));
            Receive<PersistenceEvent.OrderNotRead>(_ => ReadRooms(starter, persistence, accountNames, bans: null));
            Receive<ServerCommand.Stop>(_ => StopAtOnce());
        });
    }

    private void ReadRooms(IActorRef starter, IActorRef persistence, string[] accountNames, Sanction[]? bans)
    {
        persistence.Tell(new PersistenceCommand.ReadRooms(_settings.Limits.MaxRooms, Self));
        Become(() =>
        {
            Receive<PersistenceEvent.RoomsRead>(read => OpenPorts(starter, persistence, accountNames, bans, read.Rooms));
            Receive<PersistenceEvent.OrderNotRead>(_ => OpenPorts(starter, persistence, accountNames, bans, storedRooms: null));
            Receive<ServerCommand.Stop>(_ => StopAtOnce());
        });
    }

    private void OpenPorts(IActorRef starter, IActorRef persistence, string[] accountNames, Sanction[]? bans, StoredRoom[]? storedRooms)
    {
        var history = Context.ActorOf(HistoryActor.PropsFor(_settings.Persistence), HistoryActor.Name);
        var search = Context.ActorOf(SearchActor.PropsFor(_settings.Persistence), SearchActor.Name);
        var operators = _settings.Room.Operators;
        var nicknames = Context.ActorOf(
            NicknamesActor.PropsFor(
                RegisteredNames.Of(accountNames), new ServerBans(operators) { Current = SanctionList.Of(bans ?? []) }, persistence, Texts, Clock),
            NicknamesActor.Name);
        var accounts = Context.ActorOf(
            AccountsActor.PropsFor(new AccountsContext(_settings.Accounts, persistence, nicknames, Clock, SupervisorStrategy())), AccountsActor.Name);
        var lines = ConsoleDialect();
        var numbered = new NumberedLineDialect(lines);
        var json = Enum.GetValues<Language>().ToDictionary(language => language, JsonDialectOf);
        var dialects = json.Values.Concat<IChatDialect>([lines, numbered]).ToDictionary(dialect => dialect.Viewer);
        var roomNames = new RoomNames();
        var roomsContext = new RoomsContext(
            _settings.Room,
            _settings.Limits.MaxRooms,
            persistence,
            name => new RoomContext(name, _settings.Room, persistence, Clock),
            (name, room) => new LocalRoomContext(name, room, history, nicknames, _settings.Room, dialects, Clock),
            roomNames,
            SupervisorStrategy(),
            Texts);
        var rooms = Context.ActorOf(RoomsActor.PropsFor(roomsContext, storedRooms), RoomsActor.Name);
        var order = Context.ActorOf(
            ServerModerationActor.PropsFor(new ServerModerationContext(operators, persistence, nicknames, rooms, Texts, Clock), bans),
            ServerModerationActor.Name);
        var chat = new ChatContext(
            rooms,
            history,
            search,
            nicknames,
            accounts,
            persistence,
            lines,
            numbered,
            _settings.ChatConnections,
            _settings.Limits.NicknameAttempts,
            _settings.Limits.MaxUnconfirmed)
        {
            AccountRules = _settings.Accounts,
            ServerModeration = order,
            RoomNames = roomNames,
            Ghosts = _settings.Ghosts,
            MaxRoomsPerUser = _settings.Limits.MaxRoomsPerUser,
            Replay = _settings.Room.Replay,
            ReplayNumbered = _settings.Room.ReplayNumbered,
        };
        var answers = new ConfirmationDialect(_settings.ConfirmationConnections.Texts, _settings.ConfirmationConnections.MaxMessage);
        var confirmation = new ConfirmationContext(persistence, answers, _settings.ConfirmationConnections);
        var limits = _settings.Limits.Connections;
        var tls = _settings.Tls is { } options ? Context.ActorOf(TlsTransportActor.PropsFor(options), TlsTransportActor.Name) : ActorRefs.Nobody;
        List<ListenerSettings> listeners =
        [
            new(ChatListener, _settings.Chat, limits, lines, start => ChatConnectionActor.PropsFor(start, chat), chat.Connections)
            {
                TlsEndPoints = _settings.ChatTls,
                Tls = tls,
            },
            new(
                ConfirmationListener, _settings.Confirmation, limits, answers, start => ConfirmationConnectionActor.PropsFor(start, confirmation),
                confirmation.Connections)
            {
                TlsEndPoints = _settings.ConfirmationTls,
                Tls = tls,
            },
        ];
        if (_settings.Web is { } web)
            listeners.Add(WebListenerOf(web with { Api = ApiOf(chat) }, chat, json));
        listeners.RemoveAll(listener => listener.EndPoints.Count + listener.TlsEndPoints.Count == 0);
        listeners.ForEach(listener => Context.ActorOf(ListenerActor.PropsFor(listener), listener.Name));
        Become(() => OpeningPorts(starter, listeners.ConvertAll(listener => listener.Name), [], []));
    }

    private ListenerSettings WebListenerOf(WebSettings web, ChatContext chat, Dictionary<Language, JsonDialect> dialects)
    {
        var most = JsonDialect.MaxRequest(_settings.ChatConnections.MaxMessage);
        var limits = _settings.ChatConnections.ClientLimits;
        var connections = _settings.ChatConnections with { MaxMessage = most, ClientLimits = limits with { BytesPerMessage = most } };
        return new ListenerSettings(
            WebListener, web.EndPoints, _settings.Limits.Connections, dialects[Texts.Language],
            start => ChatConnectionActor.PropsFor(start, chat with
            {
                Dialect = dialects[start.Language ?? Texts.Language],
                Connections = connections,
                Replay = 0,
            }),
            connections)
        {
            Transport = Context.ActorOf(WebTransportActor.PropsFor(web), WebTransportActor.Name),
        };
    }

    private ApiEndpoint ApiOf(ChatContext chat)
    {
        var connections = _settings.ChatConnections;
        var tokens = Context.ActorOf(TokenStoreActor.PropsFor(_settings.Persistence), TokenStoreActor.Name);
        var api = Context.ActorOf(
            ApiActor.PropsFor(new ApiContext(
                tokens,
                chat.Nicknames,
                chat.Rooms,
                chat.History,
                chat.Persistence,
                chat.Sessions,
                connections.ClientLimits.Messages,
                connections.AnswerTimeout,
                Clock)),
            ApiActor.Name);
        var dialects = Enum.GetValues<Language>().ToDictionary(language => language, language =>
            new ApiDialect(new LineDialect(Texts.For(language), connections.MaxMessage), connections.MaxMessage));
        return new ApiEndpoint(api, dialects, Texts.Language, connections.AnswerTimeout);
    }

    private JsonDialect JsonDialectOf(Language language) =>
        new(new LineDialect(Texts.For(language), _settings.ChatConnections.MaxMessage) { TimeZone = Clock.LocalTimeZone }, _settings.ChatConnections.MaxMessage);

    // Waits for all listeners, so that the operator reads all failures at once.
    private void OpeningPorts(
        IActorRef starter, List<string> opening, Dictionary<string, ListenerEvent.Listening> open, List<ListenerEvent.Failed> failed)
    {
        Receive<ListenerEvent.Listening>(listening =>
        {
            open[listening.Name] = listening;
            ContinueWhenAllAnswered();
        });
        Receive<ListenerEvent.Failed>(failure =>
        {
            failed.Add(failure);
            ContinueWhenAllAnswered();
        });
        Receive<ServerCommand.Stop>(_ => StopAtOnce());

        void ContinueWhenAllAnswered()
        {
            if (open.Count + failed.Count < opening.Count)
                return;
            if (failed.Count > 0)
            {
                var inOrder = failed.OrderBy(failure => opening.IndexOf(failure.Name)).SelectMany(failure => failure.Failures);
                FailStart(starter, new StartFailure.Ports([.. inOrder]));
                return;
            }

            var (chat, confirmation) = (open.GetValueOrDefault(ChatListener), open.GetValueOrDefault(ConfirmationListener));
            starter.Tell(new ServerEvent.Started(chat?.EndPoints ?? [], confirmation?.EndPoints ?? [])
            {
                ChatTls = chat?.TlsEndPoints ?? [],
                ConfirmationTls = confirmation?.TlsEndPoints ?? [],
                Web = open.GetValueOrDefault(WebListener)?.EndPoints ?? [],
            });
            Become(() => Running(opening));
        }
    }

    private void Running(List<string> listeners)
    {
        Receive<ServerCommand.Describe>(describe => Describe(describe.To, listeners));
        Receive<ServerCommand.Order>(order => Context.Child(ServerModerationActor.Name).Tell(
            new ServerModerationCommand.FromConsole(order.Room, order.What, Context.ActorOf(ConsoleAnswerActor.PropsFor(ConsoleDialect(), Texts, Sender)))));
        Receive<ServerCommand.Stop>(stop => StopListeners(Sender, listeners, stop));
    }

    private LineDialect ConsoleDialect() => new(Texts, _settings.ChatConnections.MaxMessage) { TimeZone = Clock.LocalTimeZone };

    private static void Describe(IActorRef to, List<string> listeners)
    {
        to.Tell(new ServerEvent.Describing(listeners.Count));
        foreach (var listener in listeners)
            Context.Child(listener).Tell(new ListenerCommand.Describe(to));
    }

    private void StopListeners(IActorRef stopper, List<string> listeners, ServerCommand.Stop stop)
    {
        var began = Clock.GetTimestamp();
        Context.Child(RoomsActor.Name).Tell(new LocalRoomCommand.Close(stop.Timeout));
        _settings.Persistence.LockWaitCancellation.CancelAfter(stop.Timeout);
        var stopping = new HashSet<IActorRef>();
        foreach (var listener in listeners.Select(name => Context.Child(name)).Where(child => !child.IsNobody()))
        {
            stopping.Add(Context.Watch(listener));
            listener.Tell(new ListenerCommand.Stop());
        }

        if (Context.Child(ApiActor.Name) is var api && !api.IsNobody())
        {
            stopping.Add(Context.Watch(api));
            api.Tell(new ApiCommand.Stop());
        }

        Become(() => StoppingListeners(stopper, stopping, () => stop.Grace - Clock.GetElapsedTime(began)));
    }

    private void StoppingListeners(IActorRef stopper, HashSet<IActorRef> stopping, Func<TimeSpan> timeLeft)
    {
        Receive<Terminated>(ended => OnEnded(ended.ActorRef));
        Receive<ApiEvent.Drained>(_ => OnEnded(Sender));

        void OnEnded(IActorRef part)
        {
            if (stopping.Remove(part) && stopping.Count == 0)
                StopStorage(stopper, timeLeft());
        }
    }

    private void StopStorage(IActorRef stopper, TimeSpan timeLeft)
    {
        Context.Stop(Context.Child(RoomsActor.Name));
        Context.Stop(Context.Child(ServerModerationActor.Name));
        Context.Stop(Context.Child(HistoryActor.Name));
        Context.Stop(Context.Child(SearchActor.Name));
        Context.Stop(Context.Child(TokenStoreActor.Name));
        var limit = timeLeft - AnswerReserve;
        Context.Child(PersistenceActor.Name).Tell(new PersistenceCommand.Close(limit > TimeSpan.Zero ? limit : TimeSpan.Zero));
        Become(() => Receive<PersistenceEvent.Closed>(_ =>
        {
            stopper.Tell(new ServerEvent.Stopped());
            Context.Stop(Self);
        }));
    }

    // Needs no order: no client can have sent anything yet.
    private void StopAtOnce()
    {
        Sender.Tell(new ServerEvent.Stopped());
        Context.Stop(Self);
    }

    // Notifies all clients of a fatal failure. The end of this actor then ends the process.
    private void BreakDown(Exception failure)
    {
        _log.Error(failure, Texts.ServerFailed);
        var listeners = Context.GetChildren().Where(child => child.Path.Name is ChatListener or ConfirmationListener or WebListener).ToHashSet();
        foreach (var listener in listeners)
            Context.Watch(listener).Tell(new ListenerCommand.Fail());
        Context.SetReceiveTimeout(BreakdownLimit);
        Become(() =>
        {
            Receive<Terminated>(ended => StopWhenAlone(ended.ActorRef));
            Receive<ReceiveTimeout>(_ => Context.Stop(Self));
        });
        StopWhenAlone(ended: null);

        void StopWhenAlone(IActorRef? ended)
        {
            if (ended is not null)
                listeners.Remove(ended);
            if (listeners.Count == 0)
                Context.Stop(Self);
        }
    }

    // Stays until the starter, which receives the failure, stops it.
    private void FailStart(IActorRef starter, StartFailure failure)
    {
        starter.Tell(new ServerEvent.NotStarted(failure));
        Become(() => Receive<ServerCommand.Stop>(_ => StopAtOnce()));
    }
}
