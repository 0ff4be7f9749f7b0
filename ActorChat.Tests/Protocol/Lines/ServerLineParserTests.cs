using ActorChat.Server.Resources;
using FsCheck.Xunit;

namespace ActorChat.Tests.Protocol.Lines;

public class ServerLineParserTests
{
    private static readonly Texts[] Languages = [Texts.For(Language.Spanish), Texts.For(Language.English)];

    [Theory]
    [InlineData("ana: hola: adiós", "ana", "hola: adiós")]
    [InlineData("ñandú_2.b-c: ", "ñandú_2.b-c", "")]
    public void A_public_message_has_a_nickname_and_what_was_said(string line, string nick, string said) =>
        Assert.Equal(new ServerLine.Public(line, nick, said), ServerLineParser.Parse(line));

    [Theory]
    [InlineData("[privado] ana: [privado] beto: no", "ana", "[privado] beto: no")]
    [InlineData("[private] ana: hi", "ana", "hi")]
    public void A_private_message_is_known_in_both_languages(string line, string nick, string said) =>
        Assert.Equal(new ServerLine.PrivateFrom(line, nick, said), ServerLineParser.Parse(line));

    [Theory]
    [InlineData("[privado 2026-11-27 14:03] ana: hola", null)]
    [InlineData("[private 2026-11-27 14:03] ana: hola", null)]
    [InlineData("[privado 2026-11-27T13:03:00.120Z] ana: hola", "2026-11-27T13:03:00.120Z")]
    public void A_private_message_that_was_stored_tells_when_it_was_sent(string line, string? sentAt)
    {
        var sent = sentAt is null ? null : (DateTimeOffset?)DateTimeOffset.Parse(sentAt, CultureInfo.InvariantCulture);
        Assert.Equal(new ServerLine.PrivateFrom(line, "ana", "hola") { WasStored = true, SentAt = sent }, ServerLineParser.Parse(line));
    }

    [Theory]
    [InlineData("Clave: ", true)]
    [InlineData("Password: ", true)]
    [InlineData("Nickname: ", false)]
    public void The_prompt_for_a_password_is_known(string prompt, bool isForPassword) =>
        Assert.Equal(isForPassword, ServerLineParser.IsPasswordPrompt(prompt));

    [Theory]
    [InlineData("[privado a beto] hola", "beto", "hola")]
    [InlineData("[private to beto] hi: there", "beto", "hi: there")]
    public void So_is_the_echo_of_our_own(string line, string nick, string said) =>
        Assert.Equal(new ServerLine.PrivateTo(line, nick, said), ServerLineParser.Parse(line));

    [Fact]
    public void A_line_of_another_room_means_what_it_does_there()
    {
        const string Said = "[juegos] ana: hola", Came = "[juegos] * ana se ha conectado", Topic = "[juegos] * ana ha puesto el tema: [x] y: z";
        Assert.Equal(new ServerLine.Public(Said, "ana", "hola") { Room = "juegos" }, ServerLineParser.Parse(Said));
        Assert.Equal(new ServerLine.Joined(Came, "ana") { Room = "juegos" }, ServerLineParser.Parse(Came));
        Assert.Equal(new ServerLine.Notice(Topic) { Room = "juegos" }, ServerLineParser.Parse(Topic));
        foreach (var other in (string[])["[juegos] hola", "[dos salas] ana: hola", "[juegos] Error: x y", "[juegos] [otra] ana: hola"])
            Assert.Equal("", ServerLineParser.Parse(other).Room);
    }

    [Theory]
    [InlineData("[2026-11-27 14:03] ana: hola: x", "", 0)]
    [InlineData("[juegos 2026-11-27 14:03] ana: hola: x", "juegos", 0)]
    [InlineData("[juegos 123 2026-11-27 14:03] ana: hola: x", "juegos", 123)]
    [InlineData("[123 2026-11-27 14:03] ana: hola: x", "123", 0)]
    public void A_past_message_is_known_as_one(string line, string room, long number) =>
        Assert.Equal(new ServerLine.Public(line, "ana", "hola: x") { Room = room, IsPast = true, Number = number }, ServerLineParser.Parse(line));

    [Fact]
    public void Numbers_and_ends_of_pages_are_known()
    {
        Assert.Equal(new ServerLine.NumbersGranted("Nickname: * numeros"), ServerLineParser.Parse("Nickname: * numeros"));
        const string More = "[juegos past 103 122 more]", End = "[juegos past 0 0 end]";
        Assert.Equal(new ServerLine.HistoryEnd(More, 103, 122, HasMore: true) { Room = "juegos" }, ServerLineParser.Parse(More));
        Assert.Equal(new ServerLine.HistoryEnd(End, 0, 0, HasMore: false) { Room = "juegos" }, ServerLineParser.Parse(End));
    }

    [Theory]
    [InlineData("[juegos 9999999999999999999 2026-11-27T14:03:00.000Z] ana: hola")]
    [InlineData("[juegos 1 2026-13-27T14:03:00.000Z] ana: hola")]
    [InlineData("[juegos 1 2026-11-27T14:03:00.000Z pasado] ana: hola")]
    [InlineData("[dos salas 1 2026-11-27T14:03:00.000Z] ana: hola")]
    [InlineData("[juegos past 9999999999999999999 1 end]")]
    [InlineData("[juegos past 1 2]")]
    [InlineData("[juegos past 1 end]")]
    public void What_only_looks_like_a_numbered_line_is_none(string line) => Assert.Equal(new ServerLine.Other(line), ServerLineParser.Parse(line));

    [Fact]
    public void Comings_goings_notices_and_errors_are_told_apart()
    {
        Assert.Equal(new ServerLine.Joined("* ana se ha conectado", "ana"), ServerLineParser.Parse("* ana se ha conectado"));
        Assert.Equal(new ServerLine.Joined("* ana has connected", "ana"), ServerLineParser.Parse("* ana has connected"));
        Assert.Equal(new ServerLine.Left("* ana se ha desconectado", "ana"), ServerLineParser.Parse("* ana se ha desconectado"));
        Assert.Equal(new ServerLine.Left("* ana has disconnected", "ana"), ServerLineParser.Parse("* ana has disconnected"));
        Assert.Equal(new ServerLine.Notice("* mañana se apaga"), ServerLineParser.Parse("* mañana se apaga"));
        Assert.Equal(new ServerLine.Error("Error: el mensaje no se pudo guardar"), ServerLineParser.Parse("Error: el mensaje no se pudo guardar"));
    }

    [Theory]
    [InlineData("Bienvenido, ana.b. Usuarios conectados: 3. Escribe /ayuda para ver los comandos.", "ana.b")]
    [InlineData("Welcome, ana. Connected users: 3. Type /help to see the commands.", "ana")]
    [InlineData("Bienvenido, ana.", "ana")]
    public void A_welcome_names_us(string line, string nick) => Assert.Equal(new ServerLine.Welcome(line, nick), ServerLineParser.Parse(line));

    [Theory]
    [InlineData("El nickname 'ana' ya está en uso. Elige otro.", true)]
    [InlineData("The nickname 'ana' is already in use. Choose another one.", true)]
    [InlineData("Nickname no válido: usa de 1 a 32 letras, dígitos, '-', '_' o '.'. Elige otro.", false)]
    [InlineData("El nickname 'Error' está reservado para el servidor. Elige otro.", false)]
    [InlineData("The nickname 'Error' is reserved for the server. Choose another one.", false)]
    [InlineData("Invalid nickname: use 1 to 32 letters, digits, '-', '_' or '.'. Choose another one.", false)]
    public void A_refusal_says_whether_somebody_has_the_nickname(string line, bool isTaken) =>
        Assert.Equal(new ServerLine.NicknameRefused(line, isTaken), ServerLineParser.Parse(line));

    [Theory]
    [InlineData("Usuarios conectados (2): ana, beto", true)]
    [InlineData("Connected users (2): ana, beto", true)]
    [InlineData("Usuarios conectados (9): ana, beto, car… (y 40 caracteres más)", false)]
    [InlineData("Usuarios conectados (1.284), página 3 de 13: ana, beto", false)]
    [InlineData("Connected users (1,284), page 13 of 13: ana, beto", false)]
    public void The_list_of_users_is_taken_apart(string line, bool isWhole)
    {
        var users = Assert.IsType<ServerLine.Users>(ServerLineParser.Parse(line));
        Assert.Equal(["ana", "beto"], users.Nicks);
        Assert.Equal(isWhole, users.IsWhole);
    }

    [Theory]
    [InlineData("Se cierra la conexión: llevas demasiado tiempo sin escribir. Vuelve a conectarte cuando quieras.")]
    [InlineData("Se cierra la conexión por un fallo interno del servidor. Vuelve a conectarte.")]
    [InlineData("Closing the connection: you have not written anything for too long. Connect again whenever you like.")]
    [InlineData("The connection is being closed: you read messages more slowly than they arrive. Connect again to go on.")]
    [InlineData("The connection is closed because of a failure inside the server. Connect again.")]
    public void To_be_turned_out_is_known(string line) => Assert.Equal(new ServerLine.Closing(line), ServerLineParser.Parse(line));

    [Fact]
    public void What_accepts_a_password_is_told_from_what_refuses_it()
    {
        foreach (var texts in Languages)
        {
            Assert.All((string[])[texts.Registered("ana"), texts.Identified("ana"), texts.PasswordChanged("ana")],
                line => Assert.True(ServerLineParser.AcceptsPassword(line)));
            Assert.All((string[])[texts.Unregistered("ana"), texts.WrongPassword("ana"), texts.AlreadyRegistered("ana")],
                line => Assert.False(ServerLineParser.AcceptsPassword(line)));
        }
    }

    [Fact]
    public void So_is_why_where_a_client_must_not_come_back_by_itself() => Assert.All(Languages, texts =>
    {
        Assert.Equal(new ServerLine.Closing(texts.Displaced) { Reason = ClosingReason.Displaced }, ServerLineParser.Parse(texts.Displaced));
        foreach (var line in (string[])[texts.PutOff, texts.PutOff + ": spam.", texts.PutOffBanned(texts.BannedFromServer)])
            Assert.Equal(new ServerLine.Closing(line) { Reason = ClosingReason.PutOut }, ServerLineParser.Parse(line));
        Assert.Equal(
            new ServerLine.Closing(texts.NoNicknameInTime) { Reason = ClosingReason.NoNickname }, ServerLineParser.Parse(texts.NoNicknameInTime));
        Assert.Equal(ClosingReason.Other, Assert.IsType<ServerLine.Closing>(ServerLineParser.Parse(texts.SilentTooLong)).Reason);
    });

    [Fact]
    public void What_the_server_says_of_rooms_is_known_in_both_languages() => Assert.All(Languages, texts =>
    {
        Assert.Equal(("juegos.x", typeof(ServerLine.RoomEntered)), RoomOf(texts.RoomEntered("juegos.x", 1234)));
        Assert.Equal(("juegos", typeof(ServerLine.RoomLeft)), RoomOf(texts.RoomLeft("juegos", "general")));
        Assert.Equal("a.b", Assert.IsType<ServerLine.RoomLeft>(ServerLineParser.Parse(texts.RoomLeft("juegos", "a.b"))).Current);
        Assert.Equal("", Assert.IsType<ServerLine.RoomLeft>(ServerLineParser.Parse(texts.LastRoomLeft("juegos"))).Current);
        Assert.Equal(new ServerLine.RoomLeft(texts.RoomLost("juegos"), "") { Room = "juegos" }, ServerLineParser.Parse(texts.RoomLost("juegos")));
        Assert.Equal(("juegos", typeof(ServerLine.RoomsOfReader)), RoomOf(texts.CurrentRoom("juegos", "general, juegos")));
        Assert.Equal(["general", "juegos"], Assert.IsType<ServerLine.RoomsOfReader>(ServerLineParser.Parse(texts.CurrentRoom("x", "general, juegos"))).Rooms);
        Assert.Empty(Assert.IsType<ServerLine.RoomsOfReader>(ServerLineParser.Parse(texts.InNoRoom)).Rooms);
        var choice = Assert.IsType<ServerLine.RoomsOfReader>(ServerLineParser.Parse(texts.RoomsToChoose("general, juegos")));
        Assert.Equal(("", "general,juegos"), (choice.Room, string.Join(',', choice.Rooms)));
        Assert.Equal(("juegos", typeof(ServerLine.Users)), RoomOf(texts.UsersOfRoom("juegos", 2, "ana, beto")));
        Assert.Equal(new ServerLine.Topic(texts.Topic("a: b"), "a: b"), ServerLineParser.Parse(texts.Topic("a: b")));
        foreach (var line in (string[])[texts.Rooms(1284), texts.PageOfRooms(1284, 2, 13), texts.NextPageOfRooms(3)])
            Assert.Equal(("", typeof(ServerLine.RoomList)), RoomOf(line));
        Assert.Equal(("juegos", typeof(ServerLine.RoomList)), RoomOf(texts.RoomLine("juegos", 1)));
        Assert.Equal(("juegos", typeof(ServerLine.RoomList)), RoomOf(texts.RoomLineWithTopic("juegos", 2000, "- x: y")));
    });

    [Theory]
    [InlineData("Hora del servidor: 2025-09-07T12:00:00")]
    [InlineData("Comando desconocido: /x. Escribe /ayuda para ver los comandos.")]
    [InlineData("/listar          muestra los usuarios conectados")]
    [InlineData("El servidor se está deteniendo.")]
    [InlineData("")]
    public void Anything_else_is_only_shown(string line) => Assert.Equal(new ServerLine.Other(line), ServerLineParser.Parse(line));

    [Theory]
    [InlineData("El usuario 'beto:' no está conectado.")]
    [InlineData("The user '*:' is not connected.")]
    [InlineData("*: no está conectado.")]
    [InlineData("#beto: no está conectado.")]
    [InlineData("'beto': hola")]
    [InlineData("[privado] [ana]: hola")]
    public void What_no_nickname_stands_before_was_said_by_nobody(string line) => Assert.Equal(new ServerLine.Other(line), ServerLineParser.Parse(line));

    [Fact]
    public void What_follows_a_prompt_that_waited_for_nobody_was_said_by_the_server()
    {
        Assert.Equal(new ServerLine.Other("Nickname: El servidor se está deteniendo."), ServerLineParser.Parse("Nickname: El servidor se está deteniendo."));
        Assert.Equal(
            new ServerLine.Closing("Nickname: Nickname: Se cierra la conexión por un fallo interno del servidor."),
            ServerLineParser.Parse("Nickname: Nickname: Se cierra la conexión por un fallo interno del servidor."));
        Assert.Equal(
            new ServerLine.Welcome("Clave: Bienvenido, ana. Usuarios conectados: 3.", "ana"),
            ServerLineParser.Parse("Clave: Bienvenido, ana. Usuarios conectados: 3."));
    }

    [Theory]
    [InlineData("Mensaje recibido: 2025-09-07T12:00:00\n", true)]
    [InlineData("Message received: 2025-09-07T12:00:00", true)]
    [InlineData("Error: el mensaje no se pudo guardar\n", false)]
    [InlineData("El servidor está lleno.", false)]
    [InlineData("", false)]
    public void Only_a_receipt_says_that_a_message_is_stored(string answer, bool confirms) =>
        Assert.Equal(confirms, ServerLineParser.IsReceipt(answer));

    [Fact]
    public void Only_the_answer_after_a_time_out_leaves_open_whether_a_message_is_stored()
    {
        Assert.All(Languages, texts => Assert.True(ServerLineParser.IsTimeout(texts.CommandTimedOut)));
        Assert.All(Languages, texts => Assert.False(ServerLineParser.IsTimeout(texts.MessageNotStored)));
    }

    [Property]
    public bool What_a_user_says_is_never_taken_for_a_line_of_the_server(NonNull<string> said) =>
        ServerLineParser.Parse($"beto: {said.Get}") == new ServerLine.Public($"beto: {said.Get}", "beto", said.Get);

    [Property]
    public bool Every_line_is_understood_somehow_and_keeps_its_text(NonNull<string> line) => ServerLineParser.Parse(line.Get).Text == line.Get;

    private static (string Room, Type Kind) RoomOf(string line) => ServerLineParser.Parse(line) is var parsed ? (parsed.Room, parsed.GetType()) : default;
}
