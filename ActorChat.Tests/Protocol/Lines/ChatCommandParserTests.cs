namespace ActorChat.Tests.Protocol.Lines;

public sealed class ChatCommandParserTests
{
    [Theory]
    [InlineData("hola")]
    [InlineData("hola /listar #beto ")]
    [InlineData("  hola")]
    [InlineData("\u2800♯beto hola")]
    [InlineData("😀 e\u0301")]
    public void A_line_without_a_sign_in_front_is_said_as_it_is(string line) => AssertParses(line, new ChatCommand.Post(line));

    [Theory]
    [InlineData("//texto", "/texto")]
    [InlineData("##texto", "#texto")]
    [InlineData("///", "//")]
    [InlineData("##", "#")]
    [InlineData("//listar x", "/listar x")]
    [InlineData(" //salir", " /salir")]
    [InlineData("\uFF0F\uFF0Fsalir", "\uFF0Fsalir")]
    [InlineData("\u3000\uFF03#beto", "\u3000#beto")]
    public void A_doubled_sign_escapes_it(string line, string said) => AssertParses(line, new ChatCommand.Post(said));

    [Theory]
    [InlineData("#beto hola", "beto", "hola")]
    [InlineData("#beto   hola  a todos ", "beto", "hola  a todos ")]
    [InlineData("#beto\u00a0hola", "beto", "hola")]
    [InlineData("#b/#o #x", "b/#o", "#x")]
    [InlineData("#beto: hola", "beto", "hola")]
    [InlineData("#beto\uFF1A: : hola", "beto", ": hola")]
    [InlineData("#be:to hola", "be:to", "hola")]
    public void A_private_message_has_a_receiver_and_a_text(string line, string to, string text) =>
        AssertParses(line, new ChatCommand.Private(to, text));

    [Theory]
    [InlineData("/buscar  hola  mundo ", "hola  mundo", long.MaxValue)]
    [InlineData("/Search", "", long.MaxValue)]
    [InlineData("/buscar antes 12 hola mundo", "hola mundo", 12)]
    [InlineData("/search BEFORE 12", "", 12)]
    [InlineData("/buscar antes -12 hola", "antes -12 hola", long.MaxValue)]
    [InlineData("/buscar antes de 12", "antes de 12", long.MaxValue)]
    [InlineData("/buscar antes 12x hola", "antes 12x hola", long.MaxValue)]
    [InlineData("/buscar \"antes 12 hola", "\"antes 12 hola", long.MaxValue)]
    public void A_search_has_words_and_may_go_on_below_a_number(string line, string text, long before) =>
        AssertParses(line, new ChatCommand.Search(text, before));

    [Theory]
    [InlineData("/registrar  secreta ", nameof(AccountAction.Register), "secreta")]
    [InlineData("/Register ana secreta", nameof(AccountAction.Register), "ana", "secreta")]
    [InlineData("／identificar\u00a0secreta", nameof(AccountAction.Identify), "secreta")]
    [InlineData("/identify", nameof(AccountAction.Identify))]
    [InlineData("/clave a b", nameof(AccountAction.ChangePassword), "a", "b")]
    [InlineData("/password a b c", nameof(AccountAction.ChangePassword), "a", "b", "c")]
    [InlineData("/baja x", nameof(AccountAction.Unregister), "x")]
    [InlineData("/unregister x", nameof(AccountAction.Unregister), "x")]
    public void A_command_about_an_account_has_its_words_and_shows_none(string line, string action, params string[] words)
    {
        var command = Assert.IsType<ChatCommand.Account>(ChatCommandParser.Parse(line));
        Assert.Equal(action, command.Action.ToString());
        Assert.Equal(words, command.Words);
        Assert.Equal($"Account {{ Action = {action} }}", command.ToString());
    }

    [Theory]
    [InlineData("#")]
    [InlineData("#beto")]
    [InlineData("#beto   ")]
    [InlineData("# hola")]
    [InlineData("# # hola")]
    [InlineData("#: hola")]
    [InlineData("#beto:")]
    [InlineData("#beto \u2800")]
    public void A_private_message_without_receiver_or_text_is_malformed(string line) =>
        AssertParses(line, new ChatCommand.MalformedPrivate());

    [Theory]
    [InlineData(" ")]
    [InlineData("\t \t")]
    [InlineData("\u00A0")]
    [InlineData("\u3000")]
    [InlineData("\u2003\u205F\u1680")]
    [InlineData("\u200B\uFEFF\u2060")]
    [InlineData("\u200D\u200C \u200B ")]
    [InlineData("\u2800\u3164\u00AD")]
    [InlineData("\u202E\u2028\u0001")]
    public void Nothing_to_see_before_a_sign_makes_a_private_message_or_a_command_public(string before)
    {
        AssertParses($"{before}#beto secreto", new ChatCommand.Private("beto", "secreto"));
        AssertParses($"{before}\uFF03beto secreto", new ChatCommand.Private("beto", "secreto"));
        AssertParses($"{before}/listar 2", new ChatCommand.List(2));
        AssertParses($"{before}#beto", new ChatCommand.MalformedPrivate());
    }

    [Theory]
    [InlineData("\uFF0F\uFF4C\uFF49\uFF53\uFF54\uFF41\uFF52\u3000\uFF12")]
    [InlineData("/LIST\uFF21R 2")]
    public void A_command_may_be_typed_in_wide_characters(string line) => AssertParses(line, new ChatCommand.List(2));

    [Theory]
    [InlineData("\uFF03beto\u3000hola", "beto", "hola")]
    [InlineData("\uFE5Fbeto \uFF48", "beto", "\uFF48")]
    [InlineData("\uFF03\uFF42eto hola", "\uFF42eto", "hola")]
    public void The_sign_of_a_private_message_may_be_wide_and_its_text_stays_as_typed(string line, string to, string text) =>
        AssertParses(line, new ChatCommand.Private(to, text));

    [Theory]
    [InlineData("/historial", long.MaxValue, false, 20, "")]
    [InlineData("/HISTORY  7", long.MaxValue, false, 7, "")]
    [InlineData("/historial 500 juegos", long.MaxValue, false, 100, "juegos")]
    [InlineData("/historial juegos", long.MaxValue, false, 20, "juegos")]
    [InlineData("/historial 3 9", long.MaxValue, false, 3, "9")]
    [InlineData("/historial dos salas", long.MaxValue, false, 20, "dos salas")]
    [InlineData("/historial antes 103", 103, false, 20, "")]
    [InlineData("/history before 103 juegos", 103, false, 20, "juegos")]
    [InlineData("/historial Tras 0 antes", 0, true, 100, "antes")]
    [InlineData("/history after 9223372036854775807", long.MaxValue, true, 100, "")]
    public void History_is_asked_for_by_number_and_by_room(string line, long number, bool isForward, int count, string room) =>
        AssertParses(line, new ChatCommand.History(number, isForward, count, room));

    [Theory]
    [InlineData("/historial 0")]
    [InlineData("/historial -1")]
    [InlineData("/historial +3")]
    [InlineData("/historial 3.5")]
    [InlineData("/historial 1000000000000000000000000000000")]
    [InlineData("/historial 3 dos salas")]
    [InlineData("/historial antes")]
    [InlineData("/historial antes juegos")]
    [InlineData("/historial antes -1")]
    [InlineData("/historial tras 1000000000000000000000000000000")]
    public void History_with_numbers_that_are_none_is_malformed(string line) => AssertParses(line, new ChatCommand.MalformedHistory());

    [Theory]
    [InlineData("/cliente numeros", true)]
    [InlineData("/CLIENT  Números ", true)]
    [InlineData("/cliente", false)]
    [InlineData("/cliente numeros x", false)]
    public void A_client_asks_for_numbers(string line, bool wantsNumbers) => AssertParses(line, new ChatCommand.Client(wantsNumbers));

    [Theory]
    [InlineData("/listar 2", 2)]
    [InlineData("/LIST  17 ", 17)]
    [InlineData("/listar 0", 1)]
    [InlineData("/listar -3", 1)]
    [InlineData("/listar 2 3", 1)]
    [InlineData("/listar 99999999999", 1)]
    public void A_number_behind_list_is_a_page_and_what_is_no_number_means_the_first(string line, int page) =>
        AssertParses(line, new ChatCommand.List(page));

    [Theory]
    [InlineData("/listar", nameof(ChatCommand.List))]
    [InlineData("/LIST", nameof(ChatCommand.List))]
    [InlineData("/Listar todos ya", nameof(ChatCommand.List))]
    [InlineData("/username", nameof(ChatCommand.WhoAmI))]
    [InlineData("/UserName", nameof(ChatCommand.WhoAmI))]
    [InlineData("/hora", nameof(ChatCommand.Time))]
    [InlineData("/TIME ahora", nameof(ChatCommand.Time))]
    [InlineData("/ayuda", nameof(ChatCommand.Help))]
    [InlineData("/help me", nameof(ChatCommand.Help))]
    [InlineData("/salir", nameof(ChatCommand.Quit))]
    [InlineData("/Quit", nameof(ChatCommand.Quit))]
    public void A_command_is_known_in_both_languages_and_any_case(string line, string command) =>
        Assert.Equal(command, ChatCommandParser.Parse(line).GetType().Name);

    [Theory]
    [InlineData("/otra", "/otra")]
    [InlineData("/Otra cosa", "/Otra")]
    [InlineData("/", "/")]
    [InlineData("/ listar", "/")]
    [InlineData("/listarx", "/listarx")]
    public void Another_command_is_unknown_by_its_verb(string line, string verb) => AssertParses(line, new ChatCommand.Unknown(verb));

    [Theory]
    [InlineData("/vetar beto 2h por pesado", ModerationKind.Ban, false, "beto", "2h por pesado")]
    [InlineData("/BAN  Servidor  beto", ModerationKind.Ban, true, "beto", "")]
    [InlineData("/kick server", ModerationKind.Kick, true, "", "")]
    [InlineData("/expulsar servidora ya", ModerationKind.Kick, false, "servidora", "ya")]
    [InlineData("/lento 5", ModerationKind.Slow, false, "", "5")]
    [InlineData("/announce  a  dormir ", ModerationKind.Announce, true, "", "a  dormir")]
    [InlineData("/vetos", ModerationKind.ListBans, false, "", "")]
    internal void An_order_is_about_the_room_unless_it_names_the_server(string line, ModerationKind kind, bool isForServer, string subject, string text) =>
        Assert.Equal(new ChatCommand.Order(kind, isForServer, subject, text), ChatCommandParser.Parse(line));

    [Fact]
    public void An_unknown_verb_is_cut_but_never_within_a_character()
    {
        AssertParses("/" + new string('x', 100), new ChatCommand.Unknown("/" + new string('x', ChatCommandParser.MaxVerbLength - 1)));
        AssertParses(
            "/" + new string('x', ChatCommandParser.MaxVerbLength - 2) + "😀😀",
            new ChatCommand.Unknown("/" + new string('x', ChatCommandParser.MaxVerbLength - 2)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t\u00a0")]
    [InlineData("\0\u001b")]
    public void A_line_with_nothing_to_see_asks_for_nothing(string line) => AssertParses(line, new ChatCommand.Nothing());

    [Theory]
    [InlineData("\u001b[31mhola\0", "[31mhola")]
    [InlineData("ho\u009bla", "hola")]
    public void Control_characters_are_not_said(string line, string said) => AssertParses(line, new ChatCommand.Post(said));

    [Fact]
    public void Control_characters_do_not_hide_a_command() => AssertParses("\0/lis\u0007tar\r", new ChatCommand.List(1));

    [Fact]
    public void Every_string_has_a_command_and_no_command_holds_control_characters() =>
        Prop.ForAll(AnyString.Arbitrary, line =>
        {
            string[] shown = ChatCommandParser.Parse(line) switch
            {
                ChatCommand.Post post => [post.Text],
                ChatCommand.Private message => [message.To, message.Text],
                ChatCommand.Unknown unknown => [unknown.Verb],
                _ => [],
            };

            Assert.All(shown, text => Assert.DoesNotContain(text, char.IsControl));
            Assert.All(shown, Assert.NotEmpty);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("hola", "hola")]
    [InlineData("", "")]
    [InlineData("/salir", "//salir")]
    [InlineData("//salir", "///salir")]
    [InlineData("#beto hola", "##beto hola")]
    [InlineData("a/b", "a/b")]
    [InlineData(" /salir", " //salir")]
    [InlineData("\u00A0\uFF03beto hola", "\u00A0\uFF03\uFF03beto hola")]
    [InlineData("\u200B/salir", "\u200B//salir")]
    [InlineData("\uFEFF\u3164#beto", "\uFEFF\u3164##beto")]
    public void A_text_that_begins_with_a_sign_is_posted_with_the_sign_doubled(string text, string line) =>
        Assert.Equal(line, ChatCommandParser.FormatPost(text));

    [Fact]
    public void Others_read_the_text_that_was_to_be_posted() =>
        Prop.ForAll(Gen.Elements("/", "#", "\uFF03", "\uFF0F", "a", " ", "\u3000", "\u200B", "\u0301", "ñ").ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var shown = DisplayText.Sanitize(text);
            AssertParses(ChatCommandParser.FormatPost(text), string.IsNullOrWhiteSpace(shown) ? new ChatCommand.Nothing() : new ChatCommand.Post(shown));
        }).QuickCheckThrowOnFailure();

    private static void AssertParses(string line, ChatCommand expected) => Assert.Equal(expected, ChatCommandParser.Parse(line));
}
