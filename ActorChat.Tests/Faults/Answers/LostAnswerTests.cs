using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Accounts.Passwords;
using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.History;
using ActorChat.Server.Storage.Search;
using ActorChat.Server.Transport.Liveness;
using ActorChat.Tests.Server.Accounts;
using ActorChat.Tests.Server.Peers;

namespace ActorChat.Tests.Faults.Answers;

/// <summary>Each kind of answer is lost once: who waits for it is told in time, and nothing of what was asked for is left behind.</summary>
public class LostAnswerTests
{
    private static Texts Texts => TestServer.Texts;

    [Theory]
    [InlineData(typeof(NicknameEvent.PrivateMessage), "#beto hola", null)]
    [InlineData(typeof(NicknameEvent.PrivateDelivered), "#beto hola", "[privado] ana: hola")]
    [InlineData(typeof(NicknameEvent.NotConnected), "#nadie hola", null)]
    [InlineData(typeof(SessionEvent.Accepted), "hola", "ana: hola")]
    [InlineData(typeof(SessionEvent.Accepted), "/listar", null)]
    [InlineData(typeof(SessionEvent.Rejected), LossyParty.Bad, null)]
    [InlineData(typeof(RoomEvent.MessagesPosted), "hola", null)]
    [InlineData(typeof(RoomEvent.Answered), "/listar", null)]
    [InlineData(typeof(RoomEvent.Rejected), LossyParty.Bad, null)]
    [InlineData(typeof(HistoryEvent.Page), "/historial", null)]
    [InlineData(typeof(PersistenceEvent.Stored), "hola", "ana: hola")]
    [InlineData(typeof(PersistenceEvent.NotStored), LossyParty.Bad, null)]
    public async Task Who_gave_a_command_is_told_and_the_next_one_is_carried_out(Type answer, string line, string? seen)
    {
        await using var party = await LossyParty.OfAsync("ana", "beto");
        await party.LoseAsync(answer, () => party["ana"].SendLineAsync(line));

        // The room gives the storage twice as much.
        await party.PassAsync();
        await party["ana"].SendAsync("fin\n/username\n");
        Assert.Single(await party["ana"].ReadUntilAsync(Texts.YourNicknameIs("ana")), Texts.CommandTimedOut);
        Assert.Equal(seen is null ? [] : [seen], await party["beto"].ReadUntilAsync("ana: fin"));
        await party.ExpectNothingLeftAsync("ana", "beto");
        Assert.Equal(line == "hola" ? ["hola", "fin"] : ["fin"], party.Server.Database.Messages().Select(message => message.Content));
    }

    [Fact]
    public async Task A_room_that_is_not_told_that_the_writer_has_time_asks_again_and_stores_nothing_that_was_given_up()
    {
        await using var party = await LossyParty.OfAsync("ana", "beto");
        await party.LoseAsync(typeof(PersistenceEvent.Prepared), () => party["ana"].SendLineAsync("perdido"));
        await party["ana"].ExpectLineAsync(Texts.CommandTimedOut);
        await party["ana"].SendLineAsync("fin");
        await party["beto"].ExpectLineAsync("ana: fin");
        await party.ExpectNothingLeftAsync("ana", "beto");
        Assert.Equal("fin", Assert.Single(party.Server.Database.Messages()).Content);
    }

    [Fact]
    public async Task A_room_that_was_not_told_its_last_number_asks_again_and_stores_nothing_that_was_given_up()
    {
        await using var party = await LossyParty.OfAsync("ana", "beto");

        // The first message has the room read its last number; that this is refused is known for certain.
        await party["ana"].AskAsync(LossyParty.Bad, Texts.MessageNotStored);
        await party.LoseAsync(typeof(PersistenceEvent.LastRead), () => party["ana"].SendLineAsync(LossyParty.Doubtful));
        await party["ana"].ExpectLineAsync(Texts.MessageNotStored);
        await party["ana"].AskAsync("espera", Texts.MessageNotStored);
        for (var i = 0; i < 3; i++)
            await party.PassAsync();
        await party["ana"].SendLineAsync("fin");
        await party["beto"].ExpectLineAsync("ana: fin");
        await party.ExpectNothingLeftAsync("ana", "beto");
        Assert.Equal("fin", Assert.Single(party.Server.Database.Messages()).Content);
    }

    [Theory]
    [InlineData(typeof(NicknameEvent.Claimed))]
    [InlineData(typeof(SessionEvent.Joined))]
    [InlineData(typeof(RoomEvent.MemberJoined))]
    public async Task Who_comes_in_is_asked_again_and_gets_the_same_nickname(Type answer)
    {
        await using var party = await LossyParty.OfAsync("beto");
        await using var ana = await party.ComeAsync();

        // The second try waits already, and follows at once.
        await party.LoseAsync(answer, () => ana.SendAsync("ana\nana\n"));
        await ana.ReadUntilAsync(Texts.CommandTimedOut);
        await ana.ExpectAsync(Texts.NicknamePrompt + Texts.Welcome("ana", 2) + "\n");
        await ana.SendAsync("hola\n/listar\n");
        await ana.ExpectLineAsync("Usuarios conectados (2): ana, beto");
        await party["beto"].ReadUntilAsync("ana: hola");
        await ana.SendLineAsync("/salir");
        await ana.ReadToEndAsync();
        await ana.DisposeAsync();
        await using (await WireClient.JoinAsync(party.Server.Chat, "ana"))
            await party["beto"].ReadUntilAsync("* ana se ha conectado");
        await party["beto"].ReadUntilAsync("* ana se ha desconectado");
        await party.ExpectNothingLeftAsync("beto");
    }

    [Theory]
    [InlineData(typeof(SessionEvent.Accepted), "/entrar juegos")]
    [InlineData(typeof(SessionEvent.Joined), "/entrar juegos")]
    [InlineData(typeof(RoomEvent.MemberJoined), "/entrar juegos")]
    [InlineData(typeof(SessionEvent.Answered), "/salas")]
    [InlineData(typeof(PersistenceEvent.RoomSaved), "/tema ajedrez")]
    [InlineData(typeof(RoomEvent.TopicChanged), "/tema ajedrez")]
    [InlineData(typeof(RoomEvent.Answered), "/tema")]
    [InlineData(typeof(SearchEvent.Found), "/buscar hola")]
    public async Task A_command_about_rooms_is_given_up_and_the_next_ones_work(Type answer, string command)
    {
        await using var party = await LossyParty.OfAsync("ana", "beto");
        await party.LoseAsync(answer, () => party["ana"].SendLineAsync(command));
        await party["ana"].ReadUntilAsync(Texts.CommandTimedOut);
        await party["ana"].SendAsync("/entrar juegos\n/sala juegos\n");
        await party["ana"].ReadUntilAsync(Texts.CurrentRoom("juegos", "general, juegos"));
        await LeaveRoomAsync(party);
    }

    [Theory]
    [InlineData(typeof(SessionEvent.Left), "/dejar")]
    [InlineData(typeof(RoomEvent.MemberParted), "/dejar")]
    [InlineData(typeof(SessionEvent.Accepted), "/sala general")]
    public async Task Who_leaves_a_room_may_do_so_again(Type answer, string command)
    {
        await using var party = await LossyParty.OfAsync("ana", "beto");
        await party["ana"].AskAsync("/entrar juegos", Texts.RoomEntered("juegos", 1));
        await party.LoseAsync(answer, () => party["ana"].SendLineAsync(command));
        await party["ana"].ReadUntilAsync(Texts.CommandTimedOut);
        await LeaveRoomAsync(party);
    }

    private static async Task LeaveRoomAsync(LossyParty party)
    {
        await party["ana"].SendLineAsync("/dejar juegos");
        await party["ana"].ReadUntilAsync(Texts.RoomLeft("juegos", "general"));
        await party["ana"].SendLineAsync("fin");
        await party["beto"].ReadUntilAsync("ana: fin");
        await party.ExpectNothingLeftAsync("ana", "beto");
    }

    [Theory]
    [InlineData(typeof(AccountStoreEvent.Found), "/registrar secreta")]
    [InlineData(typeof(PasswordChecked), "/registrar secreta")]
    [InlineData(typeof(AccountStoreEvent.Written), "/registrar secreta")]
    [InlineData(typeof(AccountEvent.Done), "/registrar secreta")]
    [InlineData(typeof(AccountEvent.Refused), "/identificar secreta")]
    [InlineData(typeof(AccountStoreEvent.Kept), "#carla hola")]
    [InlineData(typeof(AccountStoreEvent.Failed), "#carla hola")]
    public async Task A_command_about_accounts_is_given_up_and_the_next_one_works(Type answer, string command)
    {
        await using var party = await LossyParty.OfAsync(
            settings => ScriptedAccountStore.In(settings, name =>
            {
                if (answer == typeof(AccountStoreEvent.Failed) && name == nameof(IAccountStore.Keep))
                    throw new WriteException(WriteError.Full, "no cabe");
            }),
            "ana",
            "beto");
        await using (var carla = await WireClient.JoinAsync(party.Server.Chat, "carla"))
            await carla.RegisterAsync("de-carla");
        await party["ana"].ReadUntilAsync("* carla se ha desconectado");
        await party.LoseAsync(answer, () => party["ana"].SendLineAsync(command));

        // A password may wait for others.
        await party.PassAsync();
        await party.PassAsync();
        await party["ana"].ExpectLineAsync(Texts.CommandTimedOut);
        await party["ana"].AskAsync("/username", Texts.YourNicknameIs("ana"));
    }

    [Fact]
    public async Task Who_gives_a_password_is_asked_again()
    {
        await using var party = await LossyParty.OfAsync("beto");
        await using (var first = await WireClient.JoinAsync(party.Server.Chat, "ana"))
            await first.RegisterAsync("secreta");
        await party["beto"].ReadUntilAsync("* ana se ha desconectado");
        await using var ana = await party.ComeAsync();
        await party.LoseAsync(typeof(NicknameEvent.PasswordWanted), () => ana.SendLineAsync("ana"));
        await ana.ExpectAsync($"{Texts.CommandTimedOut}\n{Texts.NicknamePrompt}");
        await ana.TryAsync("ana", Texts.PasswordPrompt);
        await party.LoseAsync(typeof(AccountEvent.Done), () => ana.SendLineAsync("secreta"));
        await party.PassAsync();
        await party.PassAsync();
        await ana.ExpectAsync($"{Texts.CommandTimedOut}\n{Texts.PasswordPrompt}");
        await ana.AskAsync("secreta", Texts.Welcome("ana", 2));
    }

    [Fact]
    public async Task Who_wants_a_taken_nickname_is_asked_again()
    {
        await using var party = await LossyParty.OfAsync("ana");
        await using var beto = await party.ComeAsync();
        await party.LoseAsync(typeof(NicknameEvent.Taken), () => beto.SendLineAsync("ana"));
        await ExpectSecondTryAsync(party, beto, Texts.CommandTimedOut);
    }

    [Fact]
    public async Task Who_wants_the_nickname_of_a_ghost_is_told_that_it_is_taken()
    {
        await using var party = await LossyParty.OfAsync(
            settings => settings.WithGhosts(() => new ScriptedProbe(PeerLiveness.Present), TimeSpan.FromSeconds(5)), "ana");
        await using var beto = await party.ComeAsync();
        await party.LoseAsync(typeof(GhostEvent.HolderAlive), () => beto.SendLineAsync("ana"));
        await party.PassAsync();
        await ExpectSecondTryAsync(party, beto, Texts.NicknameTaken("ana"));
    }

    [Theory]
    [InlineData(typeof(SessionEvent.Left))]
    [InlineData(typeof(RoomEvent.MemberParted))]
    public async Task Who_leaves_is_let_go_all_the_same(Type answer)
    {
        await using var party = await LossyParty.OfAsync("beto");
        await using (var ana = await party.ComeAsync())
        {
            await ana.AskAsync("ana", Texts.Welcome("ana", 2));
            await party.LoseAsync(answer, () => ana.SendLineAsync("/salir"));
            Assert.Equal(Texts.Goodbye("ana") + "\n", await ana.ReadToEndAsync());
        }

        await using (var ana = await party.ComeAsync())
        {
            await ana.AskAsync("ana", Texts.Welcome("ana", 2));
            await ana.SendLineAsync("/salir");
            await ana.ReadToEndAsync();
        }

        await party.ExpectNothingLeftAsync("beto");
    }

    [Fact]
    public async Task Who_stays_while_the_server_stops_goes_when_the_time_for_that_is_over()
    {
        await using var party = await LossyParty.OfAsync("ana");
        var stop = Task.CompletedTask;
        await party.LoseAsync(typeof(SessionEvent.Released), () =>
        {
            stop = party.Server.StopAsync();
            return Task.CompletedTask;
        });
        await party.PassAsync();
        Assert.Equal(Texts.ServerStopping + "\n", await party["ana"].ReadToEndAsync());
        await party["ana"].DisposeAsync();
        await stop;
        await party.Server.ExpectQuietAsync();
    }

    [Theory]
    [InlineData(typeof(PersistenceEvent.Stored), "hola")]
    [InlineData(typeof(PersistenceEvent.NotStored), LossyParty.Bad)]
    public async Task Who_wants_a_confirmation_is_told_and_the_connection_closed(Type answer, string line)
    {
        await using var party = await LossyParty.OfAsync("ana");
        await using (var client = await WireClient.ConnectAsync(party.Server.Confirmation))
        {
            await party.LoseAsync(answer, () => client.SendLineAsync(line));
            Assert.Equal(Texts.CommandTimedOut + "\n", await client.ReadToEndAsync());
        }

        Assert.StartsWith("Mensaje recibido: ", await WireClient.ConfirmAsync(party.Server.Confirmation, "fin"), StringComparison.Ordinal);
        await party.ExpectNothingLeftAsync("ana");
        Assert.Equal(line == "hola" ? ["hola", "fin"] : ["fin"], party.Server.Database.Messages().Select(message => message.Content));
    }

    private static async Task ExpectSecondTryAsync(LossyParty party, WireClient beto, string answer)
    {
        await beto.ExpectAsync(answer + "\n" + Texts.NicknamePrompt);
        await beto.AskAsync("beto", Texts.Welcome("beto", 2));
        await beto.SendLineAsync("/salir");
        await beto.ReadToEndAsync();
        await beto.DisposeAsync();
        await party["ana"].ExpectLinesAsync(["* beto se ha conectado", "* beto se ha desconectado"]);
        await party.ExpectNothingLeftAsync("ana");
    }
}
