using ActorChat.Client.Consoles;
using ActorChat.Client.Rooms;
using FsCheck.Xunit;

namespace ActorChat.Tests.Client.Rooms;

public class ConversationTests
{
    private const string Welcome = "Bienvenido, ana. Usuarios conectados: 1. Escribe /ayuda para ver los comandos.";
    private const string Entered = "Estás en la sala juegos, con 1 usuario. Lo que escribes va ahora a ella.";

    private static readonly string[] Rooms = ["general", "juegos", "música"];

    public enum Act
    {
        OtherPosts,
        Post,
        Join,
        Part,
        Serve,
        Deliver,
        Ask,
        Cut,
        Return,
    }

    [Property(MaxTest = 1000, Arbitrary = [typeof(ConversationTests)])]
    internal void In_many_rooms_whatever_breaks_the_tables_are_shown_in_order_and_once_and_only_lost_messages_are_called_lost(Move[] moves)
    {
        var world = new World();
        foreach (var move in moves)
            world.Take(move);
        world.Settle();

        foreach (var (room, shown) in world.Shown)
        {
            Assert.Equal(shown.Order().Distinct(), shown);
            var table = world.TableOf(room).Select(message => message.Number).ToArray();
            Assert.Subset(table.ToHashSet(), shown.ToHashSet());
            if (shown.Count > 0 && world.Members.Contains(room))
                Assert.Equal(table.Where(number => number >= shown[0]), shown);
        }

        Assert.Equal(world.Lost.Distinct(), world.Lost);
        Assert.DoesNotContain(world.Lost, lost => Rooms.Any(room => world.TableOf(room).Any(message => message.Text == lost)));
        Assert.Subset(world.Lost.ToHashSet(), world.Cut.Where(text => !Rooms.Any(room => world.TableOf(room).Any(message => message.Text == text))).ToHashSet());
    }

    [Fact]
    public void Who_is_put_out_of_the_current_room_has_none_until_one_is_chosen()
    {
        var client = new Conversation(isPerson: true);
        Receive(client, Welcome);
        Receive(client, "Estás en la sala club, con 2 usuarios. Lo que escribes va ahora a ella.");
        string[] lines =
        [
            "Has salido de la sala club. Elige con /sala SALA a cuál va ahora lo que escribes.", "Elige una sala con /sala SALA. Estás en: general",
            "Lo que escribes va a la sala general. Estás en: general",
        ];

        var changes = lines.Select(line => Receive(client, line).OfType<ConsoleEvent.RoomsChanged>().SingleOrDefault()).ToArray();
        Assert.Equal(["", null, "general"], changes.Select(change => change?.Current));
        Assert.Equal(["general"], changes[0]!.Rooms);
    }

    // Otherwise what is replayed on entering would be taken for the page, and its last line shown again.
    [Theory]
    [InlineData("No estás en la sala 'juegos'; entra en ella con /entrar.")]
    [InlineData("You are not in the room 'juegos'; enter it with /join.")]
    public void A_refused_page_is_not_waited_for(string refusal)
    {
        var client = new Conversation(isPerson: false);
        client.UseNumbers();
        Receive(client, Welcome);
        Assert.False(client.Send("/historial 5 juegos", ChatCommandParser.Parse("/historial 5 juegos")));
        while (client.Requests.TakeNext() is not { Kind: RequestKind.History })
            Receive(client, "[general past 0 0 end]");
        Receive(client, refusal);

        Assert.Null(client.Requests.Open);
    }

    [Fact]
    public void The_end_of_a_page_that_timed_out_does_not_end_the_search_behind_it()
    {
        var client = new Conversation(isPerson: false);
        client.UseNumbers();
        Receive(client, Welcome);
        client.GiveUp(Ask(client, "/historial 5 general"));
        var search = Ask(client, "/buscar gato");

        Assert.Empty(Receive(client, "[general past 1 3 end]"));
        Assert.Same(search, client.Requests.Open);
        Assert.IsType<ConsoleEvent.PageEnded>(Assert.Single(Receive(client, "[search past 0 end]")));
        Assert.Null(client.Requests.Open);
    }

    // Otherwise what is replayed on entering would be taken for known, and not shown.
    [Fact]
    public void The_end_of_a_page_of_a_room_that_was_left_says_nothing_of_the_room_entered_again()
    {
        var client = new Conversation(isPerson: true);
        client.UseNumbers();
        Receive(client, Entered);
        Assert.Equal(("juegos", RequestKind.Begin), (client.Requests.TakeNext()?.Room, client.Requests.Open?.Kind));
        Receive(client, "Has salido de la sala juegos. Lo que escribes va ahora a general.");
        Receive(client, Entered);
        Receive(client, "[juegos past 7 7 end]");

        var shown = Receive(client, "[juegos 7 2026-11-28T10:00:00.000Z past] beto: hola");
        Assert.IsType<ConsoleEvent.Received>(Assert.Single(shown));
        Assert.Equal("juegos", client.Requests.TakeNext()?.Room);
    }

    private static Request Ask(Conversation client, string line)
    {
        Assert.False(client.Send(line, ChatCommandParser.Parse(line)));
        return Assert.IsType<Request>(client.Requests.TakeNext());
    }

    private static IReadOnlyList<ConsoleEvent> Receive(Conversation client, string line) =>
        client.Receive(ServerLineParser.Parse(line), DateTimeOffset.UnixEpoch);

    public static Arbitrary<Move> Moves() => Arb.From(
        from act in Gen.Frequency(
            (6, Gen.Constant(Act.OtherPosts)), (4, Gen.Constant(Act.Post)), (2, Gen.Constant(Act.Join)), (1, Gen.Constant(Act.Part)),
            (12, Gen.Constant(Act.Serve)), (16, Gen.Constant(Act.Deliver)), (8, Gen.Constant(Act.Ask)), (1, Gen.Constant(Act.Cut)),
            (3, Gen.Constant(Act.Return)))
        from room in Gen.Elements(Rooms)
        select new Move(act, room));

    public sealed record Move(Act Act, string Room);

    /// <summary>A server with its tables, the two ways of one connection, and the client at its end.</summary>
    private sealed class World
    {
        private const int PageSize = 3, Replay = 50;

        private readonly Conversation _client = new(isPerson: true);
        private readonly Dictionary<string, List<(long Number, string Author, string Text)>> _tables =
            Rooms.ToDictionary(room => room, _ => new List<(long, string, string)>());

        private readonly Queue<string> _up = [], _down = [];
        private bool _isConnected, _isAdmitted;
        private readonly HashSet<string> _known = [], _entering = [];
        private string _current = "", _seenCurrent = "";
        private int _posts;

        public World() => Take(new Move(Act.Return, ""));

        /// <summary>The numbers that the client has shown of each room since it entered it.</summary>
        public Dictionary<string, List<long>> Shown { get; } = Rooms.ToDictionary(room => room, _ => new List<long>());

        /// <summary>Whom the server has in a room.</summary>
        public List<string> Members { get; } = [];

        public List<string> Lost { get; } = [];

        /// <summary>What was on its way to the server when a connection broke, and the client knew the room.</summary>
        public List<string> Cut { get; } = [];

        public List<(long Number, string Author, string Text)> TableOf(string room) => _tables[room];

        public void Take(Move move)
        {
            switch (move.Act)
            {
                case Act.OtherPosts:
                    Store(move.Room, "beto", $"b{++_posts}");
                    break;
                case Act.Post when _isAdmitted && _client.Returned.IsCompleted:
                    Type($"a{++_posts}");
                    break;
                case Act.Join when _isAdmitted && _client.Returned.IsCompleted:
                    Type($"/entrar {move.Room}");
                    _entering.Add(move.Room);
                    break;
                case Act.Part when _isAdmitted && _client.Returned.IsCompleted:
                    Type($"/dejar {move.Room}");
                    break;
                case Act.Serve when _up.TryDequeue(out var line):
                    Serve(ChatCommandParser.Parse(line));
                    break;
                case Act.Deliver:
                    Deliver();
                    break;
                case Act.Ask when _isConnected && _client.Requests.TakeNext() is { } request:
                    _up.Enqueue(request.Line);
                    break;
                case Act.Cut:
                    Break();
                    break;
                case Act.Return when !_isConnected:
                    Return();
                    break;
            }
        }

        public void Settle()
        {
            Take(new Move(Act.Return, ""));
            for (var turn = 0; turn < 500; turn++)
            {
                foreach (var act in (Act[])[Act.Ask, Act.Serve, Act.Deliver, Act.Deliver, Act.Deliver, Act.Deliver, Act.Deliver])
                    Take(new Move(act, ""));
            }

            Assert.Empty(_down);
            Assert.Empty(_up);
        }

        private void Type(string line)
        {
            if (_client.Send(line, ChatCommandParser.Parse(line)))
                _up.Enqueue(line);
            if (_entering.Count is 0 && Shown.TryGetValue(_seenCurrent, out var shown) && shown.Count > 0)
                _known.Add(line);
        }

        private void Break()
        {
            Cut.AddRange(_up.Where(line => line[0] is 'a' && _known.Contains(line)));
            _isConnected = _isAdmitted = false;
            _up.Clear();
            _down.Clear();
            Members.Clear();
            _entering.Clear();
        }

        private void Return()
        {
            (_isConnected, _current) = (true, "general");
            _client.Connect();
            _client.UseNumbers();
            Members.Add(_current);
            _down.Enqueue(Welcome);
            Send(_current, _tables[_current].TakeLast(Replay), " past");
        }

        private void Deliver()
        {
            if (!_down.TryDequeue(out var text))
                return;

            var line = ServerLineParser.Parse(text);
            _isAdmitted |= line is ServerLine.Welcome;
            foreach (var happened in _client.Receive(line, DateTimeOffset.UnixEpoch))
            {
                if (happened is ConsoleEvent.Received { Line: ServerLine.Public said })
                    Shown[said.Room].Add(said.Number);
                else if (happened is ConsoleEvent.RoomsChanged changed)
                    _seenCurrent = changed.Current;
            }

            if (line is ServerLine.RoomEntered)
                _entering.Remove(line.Room);
            if (line is ServerLine.RoomLeft)
                Shown[line.Room].Clear();
            Lost.AddRange(_client.TakeLost());
        }

        private void Serve(ChatCommand command)
        {
            switch (command)
            {
                case ChatCommand.Post post when _current.Length > 0:
                    Store(_current, "ana", post.Text);
                    break;
                case ChatCommand.Join join:
                    Enter(join.Room);
                    break;
                case ChatCommand.Part part when Members.Remove(part.Room):
                    _current = Members.LastOrDefault("");
                    _down.Enqueue(
                        $"Has salido de la sala {part.Room}{(_current.Length > 0 ? $". Lo que escribes va ahora a {_current}." : " y no estás en ninguna; entra")}");
                    break;
                case ChatCommand.Focus { Room: "" } when Members.Count is 0:
                    _down.Enqueue("No estás en ninguna sala; entra en una con /entrar SALA.");
                    break;
                case ChatCommand.Focus focus when focus.Room.Length is 0 || Members.Contains(focus.Room):
                    _current = focus.Room.Length > 0 ? focus.Room : _current;
                    _down.Enqueue($"Lo que escribes va a la sala {_current}. Estás en: {string.Join(", ", Members)}");
                    break;
                case ChatCommand.History history when Members.Contains(history.Room):
                    SendPage(history);
                    break;
                case ChatCommand.List:
                    _down.Enqueue("Usuarios conectados (1): ana");
                    break;
                case ChatCommand.Rooms:
                    _down.Enqueue("Salas (1):");
                    _down.Enqueue("- general: 1 usuario");
                    break;
                default:
                    _down.Enqueue("No estás en la sala; entra en ella con /entrar.");
                    break;
            }
        }

        private void Enter(string room)
        {
            var isNew = !Members.Remove(room);
            Members.Add(room);
            _current = room;
            _down.Enqueue($"Estás en la sala {room}, con 1 usuario. Lo que escribes va ahora a ella.");
            if (isNew)
                Send(room, _tables[room].TakeLast(Replay), " past");
        }

        private void SendPage(ChatCommand.History history)
        {
            var found = history.IsForward
                ? _tables[history.Room].Where(message => message.Number > history.Number).ToArray()
                : [.. _tables[history.Room].TakeLast(history.Count)];
            var page = found.Take(PageSize).ToArray();
            Send(history.Room, page, " past");
            var (first, last) = page.Length > 0 ? (page[0].Number, page[^1].Number) : (0, 0);
            _down.Enqueue($"[{history.Room} past {first} {last} {(found.Length > PageSize ? "more" : "end")}]");
        }

        private void Store(string room, string author, string text)
        {
            _tables[room].Add((_tables[room].Count + 1, author, text));
            if (Members.Contains(room))
                Send(room, _tables[room].TakeLast(1), "");
        }

        private void Send(string room, IEnumerable<(long Number, string Author, string Text)> messages, string past)
        {
            foreach (var (number, author, text) in messages)
                _down.Enqueue($"[{room} {number} 2026-11-28T10:00:00.000Z{past}] {author}: {text}");
        }
    }
}
