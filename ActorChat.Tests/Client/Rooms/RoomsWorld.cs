using ActorChat.Client.Consoles;
using ActorChat.Client.Rooms;

namespace ActorChat.Tests.Client.Rooms;

/// <summary>What happens next between a user, the client, the wire and the server.</summary>
public enum Act
{
    OtherPosts,
    Post,
    PostTo,
    Private,
    Join,
    Part,
    Mute,
    Kick,
    Ban,
    Serve,
    Commit,
    Deliver,
    Ask,
    Cut,
    Return,
}

public sealed record Move(Act Act, string Room);

/// <summary>A server with its tables, the two ways of one connection, and the client at its end.</summary>
internal sealed class RoomsWorld
{
    public const string Welcome = "Bienvenido, ana. Usuarios conectados: 1. Escribe /ayuda para ver los comandos.";
    private const int PageSize = 3, Replay = 50;

    public static readonly string[] Rooms = ["general", "juegos", "música"];

    private readonly Conversation _client = new(isPerson: true);
    private readonly Dictionary<string, List<(long Number, string Author, string Text, int Second)>> _tables =
        Rooms.ToDictionary(room => room, _ => new List<(long, string, string, int)>());

    private readonly Queue<string> _up = [];
    private readonly Queue<(string Line, string? Answered)> _down = [];
    private readonly Queue<(string Room, string Text)> _log = [];
    private readonly HashSet<string> _muted = [], _banned = [], _told = [];
    private readonly List<string> _unanswered = [];
    private IReadOnlyList<string> _rooms = [];
    private bool _isConnected, _isAdmitted, _mustChoose;
    private string _current = "";
    private int _posts, _second;

    public RoomsWorld() => Take(new Move(Act.Return, ""));

    /// <summary>The numbers that the client has shown of each room since it entered it.</summary>
    public Dictionary<string, List<long>> Shown { get; } = Rooms.ToDictionary(room => room, _ => new List<long>());

    /// <summary>Whom the server has in a room.</summary>
    public List<string> Members { get; } = [];

    /// <summary>What the client called lost.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>What it said of that it cannot know.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>What was on its way when a connection broke.</summary>
    public List<string> Cut { get; } = [];

    /// <summary>What its user has read the refusal of, where it can be told which message was meant.</summary>
    public HashSet<string> ToldRefused { get; } = [];

    public List<string> PrivateCut { get; } = [];

    public List<string> PrivateUnknown { get; } = [];

    // The refusal of a part looks like that of a message: the client takes it for that of one typed before it came.
    private bool CanType => _isAdmitted && _client.Returned.IsCompleted && !_unanswered.Exists(line => line[0] is '/');

    public List<(long Number, string Author, string Text, int Second)> TableOf(string room) => _tables[room];

    public bool IsStored(string text) => _tables.Values.Any(table => table.Exists(message => message.Text == text));

    public void Take(Move move)
    {
        switch (move.Act)
        {
            case Act.OtherPosts:
                Store(move.Room, "beto", $"b{++_posts}");
                break;
            case Act.Post when CanType:
                Type($"a{++_posts}");
                break;
            case Act.PostTo when CanType && _rooms.Contains(move.Room):
                Type($"@{move.Room} a{++_posts}");
                break;
            case Act.Private when CanType:
                Type($"#beto p{++_posts}");
                break;
            case Act.Join when CanType:
                Type($"/entrar {move.Room}");
                break;
            case Act.Part when CanType && _rooms.Contains(move.Room) && _unanswered.Count is 0:
                Type($"/dejar {move.Room}");
                break;
            case Act.Mute:
                Toggle(_muted, move.Room);
                break;
            case Act.Kick when Members.Contains(move.Room):
                Kick(move.Room);
                break;
            case Act.Ban when move.Room != Rooms[0]:
                Toggle(_banned, move.Room);
                break;
            case Act.Serve when _up.TryDequeue(out var line):
                Serve(line, ChatCommandParser.Parse(line));
                break;
            case Act.Commit when _log.TryDequeue(out var post):
                Store(post.Room, "ana", post.Text);
                break;
            case Act.Deliver:
                Deliver();
                break;
            case Act.Ask when _isConnected && _client.Requests.TakeNext() is { } request:
                _up.Enqueue(request.Line);
                break;
            case Act.Cut when _isConnected:
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
            foreach (var act in (Act[])[Act.Ask, Act.Serve, Act.Commit, Act.Deliver, Act.Deliver, Act.Deliver, Act.Deliver, Act.Deliver])
                Take(new Move(act, ""));
        }

        Assert.Empty(_down);
        Assert.Empty(_up);
    }

    private static void Toggle(HashSet<string> rooms, string room)
    {
        if (!rooms.Remove(room))
            rooms.Add(room);
    }

    private static string TokenOf(string line) => line.Split(' ')[^1];

    private void Type(string line)
    {
        if (!line.StartsWith("/entrar", StringComparison.Ordinal))
            _unanswered.Add(line);
        if (_client.Send(line, ChatCommandParser.Parse(line)))
            _up.Enqueue(line);
    }

    private void Break()
    {
        PrivateCut.AddRange(_unanswered.Where(line => line[0] is '#'));
        PrivateUnknown.AddRange(_client.TakeLostPrivate().Select(lost => lost.Line));

        // Of several messages it cannot be told which one a refusal meant.
        var cut = _unanswered.Where(line => line[0] is not ('#' or '/')).Select(TokenOf).ToArray();
        if (cut.Length is 0)
            ToldRefused.UnionWith(_told);
        Cut.AddRange(cut);
        _isConnected = _isAdmitted = _mustChoose = false;
        _up.Clear();
        _down.Clear();
        _log.Clear();
        _told.Clear();
        _unanswered.Clear();
        Members.Clear();
    }

    private void Return()
    {
        (_isConnected, _current) = (true, "general");
        _client.Connect();
        _client.UseNumbers();
        Members.Add(_current);
        Answer(Welcome);
        Send(_current, _tables[_current].TakeLast(Replay), " past");
    }

    private void Deliver()
    {
        if (!_down.TryDequeue(out var next))
            return;

        var line = ServerLineParser.Parse(next.Line);
        _isAdmitted |= line is ServerLine.Welcome;
        Settle(line, next.Answered);
        var last = DateTimeOffset.MinValue;
        foreach (var happened in _client.Receive(line, DateTimeOffset.UnixEpoch))
        {
            if (happened is ConsoleEvent.Received { Line: ServerLine.Public said })
            {
                Shown[said.Room].Add(said.Number);
                Assert.True(said.Instant > last);
                last = said.Instant!.Value;
            }
            else if (happened is ConsoleEvent.RoomsChanged changed)
            {
                _rooms = changed.Rooms;
            }
        }

        foreach (var gone in Rooms.Where(room => !_rooms.Contains(room)))
            Shown[gone].Clear();
        foreach (var lost in _client.TakeLost())
            (lost.IsCertain ? Lost : Unknown).Add(TokenOf(lost.Line));
    }

    private void Settle(ServerLine line, string? answered)
    {
        if (answered is not null)
            _unanswered.Remove(answered);
        if (answered is not null && answered[0] is not ('#' or '/'))
            _told.Add(TokenOf(answered));
        if (line is ServerLine.Public { Nick: "ana" } echo)
            _unanswered.RemoveAll(sent => TokenOf(sent) == echo.Said);
    }

    private void Serve(string line, ChatCommand command)
    {
        // Only messages to one room are taken before those before them have been stored.
        if (command is not ChatCommand.Post || _log.Any(post => post.Room != DestinationOf((ChatCommand.Post)command).Room))
            Commit();
        switch (command)
        {
            case ChatCommand.Post post:
                TakePost(line, DestinationOf(post));
                break;
            case ChatCommand.Private { Text: var said }:
                Answer(said[^1] % 2 is 0 ? $"[privado a beto] {said}" : "El usuario 'beto' no está conectado.", line);
                break;
            case ChatCommand.Join join when Members.Contains(join.Room):
                Focus(join.Room);
                break;
            case ChatCommand.Join join when _banned.Contains(join.Room):
                Answer($"En la sala {join.Room} hay un veto contra ti.");
                break;
            case ChatCommand.Join join:
                Enter(join.Room);
                break;
            case ChatCommand.Part part when Members.Contains(part.Room):
                Part(part.Room, line);
                break;
            case ChatCommand.Focus { Room: "" } when Members.Count is 0:
                Answer("No estás en ninguna sala; entra en una con /entrar SALA.");
                break;
            case ChatCommand.Focus focus when focus.Room.Length is 0 || Members.Contains(focus.Room):
                Focus(focus.Room);
                break;
            case ChatCommand.History history when Members.Contains(history.Room):
                SendPage(history);
                break;
            case ChatCommand.List:
                Answer("Usuarios conectados (1): ana");
                break;
            case ChatCommand.Rooms:
                Answer("Salas (1):");
                Answer("- general: 1 usuario");
                break;
            default:
                Answer($"No estás en la sala '{TokenOf(line)}'; entra en ella con /entrar.", line);
                break;
        }
    }

    private (string Room, string Text) DestinationOf(ChatCommand.Post post) =>
        post.Addressed is { } addressed && Members.Contains(addressed.Room) ? (addressed.Room, addressed.Text) : (_current, TokenOf(post.Text));

    private void TakePost(string line, (string Room, string Text) post)
    {
        if (post.Room.Length is 0)
            Answer(Members.Count is 0 ? "No estás en ninguna sala; entra en una con /entrar SALA." : "Elige antes con /sala SALA a qué sala va lo que escribes.", line);
        else if (_muted.Contains(post.Room))
            Answer((post.Room == _current ? "" : $"[{post.Room}] ") + RefusalOf(post), line);
        else
            _log.Enqueue(post);
    }

    private static string RefusalOf((string Room, string Text) post) => post.Text[^1] % 2 is 0
        ? $"En la sala {post.Room} no puedes escribir."
        : "La sala está en modo lento: podrás escribir de nuevo dentro de 4 s.";

    private void Commit()
    {
        while (_log.TryDequeue(out var post))
            Store(post.Room, "ana", post.Text);
    }

    private void Focus(string room)
    {
        if (room.Length > 0)
        {
            Members.Remove(room);
            Members.Add(room);
            (_current, _mustChoose) = (room, false);
        }

        var members = string.Join(", ", Members);
        Answer(_mustChoose ? $"Elige una sala con /sala SALA. Estás en: {members}" : $"Lo que escribes va a la sala {_current}. Estás en: {members}");
    }

    private void Enter(string room)
    {
        Members.Add(room);
        (_current, _mustChoose) = (room, false);
        Answer($"Estás en la sala {room}, con 1 usuario. Lo que escribes va ahora a ella.");
        Send(room, _tables[room].TakeLast(Replay), " past");
    }

    private void Part(string room, string? answered = null)
    {
        Members.Remove(room);
        _mustChoose &= Members.Count > 0;
        _current = _mustChoose ? "" : Members.LastOrDefault("");
        Answer(
            _mustChoose ? $"Has salido de la sala {room}. Elige con /sala SALA a cuál va ahora lo que escribes."
            : _current.Length > 0 ? $"Has salido de la sala {room}. Lo que escribes va ahora a {_current}."
            : $"Has salido de la sala {room} y no estás en ninguna; entra en una con /entrar SALA.",
            answered);
    }

    private void Kick(string room)
    {
        Commit();
        _mustChoose |= _current == room;
        Part(room);
    }

    private void SendPage(ChatCommand.History history)
    {
        var found = history.IsForward
            ? _tables[history.Room].Where(message => message.Number > history.Number).ToArray()
            : [.. _tables[history.Room].TakeLast(history.Count)];
        var page = found.Take(PageSize).ToArray();
        Send(history.Room, page, " past");
        var (first, last) = page.Length > 0 ? (page[0].Number, page[^1].Number) : (0, 0);
        Answer($"[{history.Room} past {first} {last} {(found.Length > PageSize ? "more" : "end")}]");
    }

    private void Store(string room, string author, string text)
    {
        _tables[room].Add((_tables[room].Count + 1, author, text, ++_second));
        if (Members.Contains(room))
            Send(room, _tables[room].TakeLast(1), "");
    }

    private void Send(string room, IEnumerable<(long Number, string Author, string Text, int Second)> messages, string past)
    {
        foreach (var (number, author, text, second) in messages)
        {
            var instant = new DateTime(2026, 11, 28, 10, 0, 0).AddSeconds(second);
            Answer(string.Create(CultureInfo.InvariantCulture, $"[{room} {number} {instant:yyyy-MM-dd'T'HH:mm:ss.fff}Z{past}] {author}: {text}"));
        }
    }

    private void Answer(string line, string? answered = null)
    {
        if (_isConnected)
            _down.Enqueue((line, answered));
    }
}
