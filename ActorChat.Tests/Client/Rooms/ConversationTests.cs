using ActorChat.Client.Consoles;
using ActorChat.Client.Rooms;
using FsCheck.Xunit;

namespace ActorChat.Tests.Client.Rooms;

public class ConversationTests
{
    private const string Entered = "Estás en la sala juegos, con 1 usuario. Lo que escribes va ahora a ella.";

    [Property(MaxTest = 1000, Arbitrary = [typeof(ConversationTests)])]
    internal void In_many_rooms_whatever_breaks_the_tables_are_shown_in_order_and_once_and_only_lost_messages_are_called_lost(Move[] moves)
    {
        var world = new RoomsWorld();
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

        string[] named = [.. world.Lost, .. world.Unknown];
        Assert.Equal(named.Distinct(), named);
        Assert.DoesNotContain(world.Lost, world.IsStored);
        Assert.DoesNotContain(named, world.ToldRefused.Contains);
        Assert.Subset(named.ToHashSet(), world.Cut.Where(text => !world.IsStored(text)).ToHashSet());
        Assert.Equal(world.PrivateCut, world.PrivateUnknown);
    }

    [Fact]
    public void Who_is_put_out_of_the_current_room_has_none_until_one_is_chosen()
    {
        var client = new Conversation(isPerson: true);
        Receive(client, RoomsWorld.Welcome);
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
        Receive(client, RoomsWorld.Welcome);
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
        Receive(client, RoomsWorld.Welcome);
        client.GiveUp(Ask(client, "/historial 5 general"), DateTimeOffset.UnixEpoch);
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

    [Fact]
    public void What_was_missed_in_several_rooms_is_shown_in_the_order_in_which_it_was_said()
    {
        var client = ReturnToTwoRooms();
        Open(client, "general");
        string[] arriving =
        [
            "[general 2 2026-11-28T10:00:02.000Z past] beto: b", "[general 3 2026-11-28T10:00:04.000Z past] beto: d", "[general past 2 3 end]",
            Entered, "[juegos 2 2026-11-28T10:00:03.000Z past] eva: c", "[general 4 2026-11-28T10:00:05.000Z] beto: e",
            "Lo que escribes va a la sala juegos. Estás en: general, juegos",
        ];
        Assert.Empty(Said(arriving.SelectMany(line => Receive(client, line))));
        Open(client, "juegos");
        Assert.Equal(["b", "c", "d", "e"], Said(Receive(client, "[juegos past 0 0 end]")));
        Assert.Equal(["f"], Said(Receive(client, "[general 5 2026-11-28T10:00:06.000Z] beto: f")));
    }

    [Fact]
    public void What_was_missed_is_not_held_back_for_a_page_that_does_not_come_nor_for_long()
    {
        var client = ReturnToTwoRooms();
        Receive(client, "[general 2 2026-11-28T10:00:02.000Z past] beto: b");
        var page = Assert.IsType<Request>(client.Requests.TakeNext());
        Assert.Equal(["b"], Said(client.GiveUp(page, DateTimeOffset.UnixEpoch)));
        Assert.Equal(["c"], Said(Receive(client, "[general 3 2026-11-28T10:00:03.000Z] beto: c")));

        client = ReturnToTwoRooms();
        Receive(client, "[general 2 2026-11-28T10:00:02.000Z past] beto: b");
        Assert.Equal(["b", "c"], Said(client.Receive(
            ServerLineParser.Parse("[general 3 2026-11-28T10:00:03.000Z] beto: c"), DateTimeOffset.UnixEpoch.AddSeconds(10))));

        client = ReturnToTwoRooms();
        var many = Enumerable.Range(2, 500).SelectMany(number => Receive(client, $"[general {number} 2026-11-28T10:00:02.000Z past] beto: {number}"));
        Assert.Equal(500, Said(many).Length);
    }

    // A page that has not come says nothing.
    [Fact]
    public void Nothing_is_called_lost_before_a_page_that_did_not_come_has_been_asked_for_again()
    {
        var client = Enter();
        Send(client, "hola");
        client.Connect();
        client.UseNumbers();
        Receive(client, RoomsWorld.Welcome);
        client.GiveUp(Assert.IsType<Request>(client.Requests.TakeNext()), DateTimeOffset.UnixEpoch);
        Receive(client, "Usuarios conectados (1): ana");
        Assert.Empty(client.TakeLost());

        Receive(client, "[general 2 2026-11-28T10:00:02.000Z] beto: b");
        Open(client, "general");
        Assert.Empty(client.TakeLost());
        Receive(client, "[general past 0 0 end]");
        Assert.Equal([new LostLine("hola", "general", IsCertain: true)], client.TakeLost());
    }

    [Fact]
    public void Whether_a_message_arrived_in_a_room_that_takes_its_user_no_more_nobody_knows()
    {
        var client = ReturnToTwoRooms("@juegos hola", "adiós");
        Open(client, "general");
        Receive(client, "[general past 0 0 end]");
        Receive(client, "En la sala juegos hay un veto contra ti.");
        Receive(client, "Lo que escribes va a la sala general. Estás en: general");

        Assert.Equal(
            [new LostLine("@juegos hola", "juegos", IsCertain: false), new LostLine("adiós", "juegos", IsCertain: false)], client.TakeLost());
        Assert.True(client.IsCurrent("General"));
    }

    [Fact]
    public void After_a_refused_entry_messages_are_noted_again()
    {
        var client = Enter();
        Send(client, "/entrar club");
        Receive(client, "La sala es solo para usuarios registrados: identifícate con una cuenta.");
        Assert.Equal("club", client.FindAbsent(ChatCommandParser.Parse("@club hola")));
        Send(client, "hola");
        client.Connect();
        client.UseNumbers();
        Receive(client, RoomsWorld.Welcome);
        Open(client, "general");
        Receive(client, "[general past 0 0 end]");

        Assert.Equal([new LostLine("hola", "general", IsCertain: true)], client.TakeLost());
    }

    [Theory]
    [InlineData("@club hola", "club")]
    [InlineData("@CLUB: hola", "club")]
    [InlineData("@general hola", null)]
    [InlineData("@ana hola", null)]
    [InlineData("@@club hola", null)]
    [InlineData("@club", null)]
    public void A_message_to_a_room_that_exists_and_that_its_user_is_not_in_is_known(string line, string? room)
    {
        var client = Enter();
        Receive(client, "Salas (2):");
        Receive(client, "- general: 1 usuario");
        Receive(client, "- club: 2 usuarios; tema: x");
        Assert.Equal(room, client.FindAbsent(ChatCommandParser.Parse(line)));

        Receive(client, "Estás en la sala club, con 3 usuarios. Lo que escribes va ahora a ella.");
        Assert.Null(client.FindAbsent(ChatCommandParser.Parse(line)));
        Receive(client, "Has salido de la sala club. Lo que escribes va ahora a general.");
        Assert.Equal(room, client.FindAbsent(ChatCommandParser.Parse(line)));
    }

    // In the general room, whose first message has been seen.
    private static Conversation Enter()
    {
        var client = new Conversation(isPerson: true);
        client.UseNumbers();
        Receive(client, RoomsWorld.Welcome);
        Receive(client, "[general 1 2026-11-28T10:00:00.000Z] beto: a");
        return client;
    }

    // Of what is sent before nothing has arrived.
    private static Conversation ReturnToTwoRooms(params string[] sent)
    {
        var client = Enter();
        Receive(client, Entered);
        Receive(client, "[juegos 1 2026-11-28T10:00:01.000Z] beto: a");
        foreach (var line in sent)
            Send(client, line);
        client.Connect();
        client.UseNumbers();
        Receive(client, RoomsWorld.Welcome);
        return client;
    }

    private static void Open(Conversation client, string room)
    {
        while (Assert.IsType<Request>(client.Requests.TakeNext()) is not { Kind: RequestKind.Missed } request || request.Room != room)
            ;
    }

    private static void Send(Conversation client, string line) => Assert.True(client.Send(line, ChatCommandParser.Parse(line)));

    private static string[] Said(IEnumerable<ConsoleEvent> events) =>
        [.. events.OfType<ConsoleEvent.Received>().Select(received => received.Line).OfType<ServerLine.Public>().Select(said => said.Said)];

    private static Request Ask(Conversation client, string line)
    {
        Assert.False(client.Send(line, ChatCommandParser.Parse(line)));
        return Assert.IsType<Request>(client.Requests.TakeNext());
    }

    private static IReadOnlyList<ConsoleEvent> Receive(Conversation client, string line) =>
        client.Receive(ServerLineParser.Parse(line), DateTimeOffset.UnixEpoch);

    public static Arbitrary<Move> Moves() => Arb.From(
        from act in Gen.Frequency(
            (6, Gen.Constant(Act.OtherPosts)), (4, Gen.Constant(Act.Post)), (1, Gen.Constant(Act.PostTo)), (1, Gen.Constant(Act.Private)),
            (2, Gen.Constant(Act.Join)), (1, Gen.Constant(Act.Part)), (1, Gen.Constant(Act.Mute)), (1, Gen.Constant(Act.Kick)),
            (1, Gen.Constant(Act.Ban)), (12, Gen.Constant(Act.Serve)), (6, Gen.Constant(Act.Commit)), (16, Gen.Constant(Act.Deliver)),
            (8, Gen.Constant(Act.Ask)), (1, Gen.Constant(Act.Cut)), (3, Gen.Constant(Act.Return)))
        from room in Gen.Elements(RoomsWorld.Rooms)
        select new Move(act, room));
}
