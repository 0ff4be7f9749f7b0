using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal;
using ActorChat.Client.Terminal.Editing;
using ActorChat.Client.Terminal.Keys;
using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Tests.Client.Terminal;

public class InputControllerTests
{
    private static readonly PromptState Naming = new PromptState.Naming("Nickname: ", "eva"), Chatting = new PromptState.Chatting("ana");
    private static readonly PromptState Away = new PromptState.Away("ana"), Confirming = new PromptState.Confirming();

    private readonly KeptHistory _history = new();
    private readonly InputController _controller;

    public InputControllerTests() =>
        _controller = new InputController(new LineFormat(new Theme(ColorDepth.None), Texts.Spanish), Texts.Spanish, TimeProvider.System, _history);

    [Fact]
    public void An_empty_line_is_a_sign_of_life_in_the_chat_and_nothing_elsewhere()
    {
        _controller.SetPrompt(Chatting);
        Assert.Equal([new InputLine("")], Press(KeyKind.Enter).Entries);
        _controller.SetPrompt(Away);
        Assert.Empty(Press(KeyKind.Enter).Entries);
        Assert.Empty(_history.Lines);
    }

    [Fact]
    public void Several_lines_are_no_nickname_and_not_kept_for_later()
    {
        _controller.SetPrompt(Naming);
        Press(KeyKind.Paste, "ana\n/salir");
        var answer = Press(KeyKind.Text, "s");

        Assert.Empty(answer.Entries);
        Assert.Contains(Texts.Spanish.PasteDropped, answer.Above, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nickname_that_was_typed_before_the_question_is_not_taken_away()
    {
        Press(KeyKind.Text, "an");
        _controller.SetPrompt(Naming);
        Press(KeyKind.Text, "a");

        Assert.Equal("ana", _controller.State.Line.Text);
    }

    [Fact]
    public void A_question_for_the_nickname_offers_one_and_lets_what_was_being_typed_wait()
    {
        _controller.SetPrompt(Chatting);
        Press(KeyKind.Text, "borrador");
        _controller.SetPrompt(Naming);
        Assert.Equal(new InputState("Nickname: ", _controller.State.Line, IsMarked: true), _controller.State);
        Assert.Equal("eva", _controller.State.Line.Text);

        Assert.Equal("Nickname: eva\n", Press(KeyKind.Enter).Above);
        _controller.SetPrompt(Chatting);
        Assert.Equal("borrador", _controller.State.Line.Text);
        Assert.Empty(_history.Lines);
    }

    [Fact]
    public void A_nickname_that_is_offered_or_was_refused_makes_way_for_what_is_typed()
    {
        _controller.SetPrompt(Naming);
        Press(KeyKind.Text, "ana");
        Assert.Equal("ana", _controller.State.Line.Text);
        Assert.False(_controller.State.IsMarked);

        Press(KeyKind.Enter);
        _controller.SetPrompt(new PromptState.Naming("Nickname: ", "ana"));
        Assert.True(_controller.State.IsMarked);
        Assert.Equal("Nickname: beto\n", Press(KeyKind.Text, "beto").Above + Press(KeyKind.Enter).Above);
    }

    [Fact]
    public void What_was_typed_before_a_refusal_came_is_not_taken_away()
    {
        _controller.SetPrompt(Naming);
        Press(KeyKind.Enter);
        Press(KeyKind.Text, "be");
        _controller.SetPrompt(new PromptState.Naming("Nickname: ", "eva"));
        Press(KeyKind.Text, "to");

        Assert.Equal("beto", _controller.State.Line.Text);
    }

    [Fact]
    public void A_line_beyond_what_servers_take_stays_with_the_reason_and_goes_with_a_second_Enter()
    {
        var line = new string('ñ', 513);
        _controller.SetPrompt(Chatting);
        Press(KeyKind.Paste, line);
        var first = Press(KeyKind.Enter);
        Assert.Empty(first.Entries);
        Assert.Contains(Texts.Spanish.LongLine(1026, 1024), first.Above, StringComparison.Ordinal);
        Assert.Equal(line, _controller.State.Line.Text);

        Press(KeyKind.Backspace);
        Assert.Equal([new InputLine(line[1..])], Press(KeyKind.Enter).Entries);
        Press(KeyKind.Paste, line);
        Assert.Empty(Press(KeyKind.Enter).Entries);
        Assert.Equal([new InputLine(line)], Press(KeyKind.Enter).Entries);
    }

    [Fact]
    public void A_pasted_text_of_5000_characters_is_in_the_line_and_one_that_does_not_fit_leaves_it_alone()
    {
        _controller.SetPrompt(Confirming);
        Press(KeyKind.Paste, new string('x', 5000));
        Assert.Equal(5000, _controller.State.Line.Text.Length);

        var refused = Press(KeyKind.Paste, new string('x', 20_000));
        Assert.Contains(Texts.Spanish.TooMuch(16 * 1024), refused.Above, StringComparison.Ordinal);
        Assert.True(refused.Rings);
        Assert.Equal(5000, _controller.State.Line.Text.Length);
        Assert.Equal("", Press(KeyKind.Paste, new string('x', 20_000)).Above);
    }

    [Theory]
    [InlineData(1024, 0, "")]
    [InlineData(1025, 1, "Una de las líneas pasa de 1.024 bytes")]
    [InlineData(1025, 2, "2 de las líneas pasan de 1.024 bytes")]
    public void Before_a_paste_is_sent_it_is_said_which_of_its_lines_servers_may_not_take(int length, int count, string said)
    {
        _controller.SetPrompt(Chatting);
        var above = Press(KeyKind.Paste, $"a\n{string.Join('\n', Enumerable.Repeat(new string('x', length), Math.Max(1, count)))}").Above;

        Assert.Equal(said.Length > 0, above.Contains("bytes", StringComparison.Ordinal));
        Assert.Contains(said, above, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KeyKind.PasteTooLong)]
    [InlineData(KeyKind.NotText)]
    internal void What_cannot_be_put_into_the_line_is_said_once(KeyKind kind)
    {
        _controller.SetPrompt(Chatting);
        Press(KeyKind.Text, "borrador");
        Assert.NotEqual("", Press(kind).Above);
        Assert.Equal("", Press(kind).Above);

        Assert.Equal("borrador", _controller.State.Line.Text);
    }

    [Fact]
    public void A_key_connects_at_once_whatever_is_in_the_line()
    {
        _controller.SetPrompt(Away);
        Press(KeyKind.Text, "medio escrito");

        Assert.Equal([new InputLine("/reconectar")], Press(KeyKind.Reconnect).Entries);
        Assert.Equal("medio escrito", _controller.State.Line.Text);
        _controller.SetPrompt(Chatting);
        Assert.Empty(Press(KeyKind.Reconnect).Entries);
    }

    [Fact]
    public void Without_a_connection_a_mistyped_command_stays_with_the_one_that_was_meant()
    {
        _controller.SetPrompt(Away);
        Press(KeyKind.Text, "/reconetar");

        Assert.Contains(Texts.Spanish.DidYouMean("/reconectar"), Press(KeyKind.Enter).Above, StringComparison.Ordinal);
        Assert.Equal("/reconetar", _controller.State.Line.Text);
    }

    [Fact]
    public void Without_a_connection_a_line_stays_which_is_said_once_each_time()
    {
        _controller.SetPrompt(Away);
        Press(KeyKind.Text, "hola");
        Assert.Contains(Texts.Spanish.LineKept, Press(KeyKind.Enter).Above, StringComparison.Ordinal);
        var again = Press(KeyKind.Enter);
        Assert.Equal(("", true, "hola"), (again.Above, again.Rings, _controller.State.Line.Text));

        _controller.SetPrompt(Chatting);
        Assert.Equal([new InputLine("hola")], Press(KeyKind.Enter).Entries);
        _controller.SetPrompt(Away);
        Press(KeyKind.Text, "hola");
        Assert.Contains(Texts.Spanish.LineKept, Press(KeyKind.Enter).Above, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_commands_of_the_client_can_be_entered_without_a_connection()
    {
        _controller.SetPrompt(Away);
        Press(KeyKind.Text, "/reconectar");

        Assert.Equal([new InputLine("/reconectar")], Press(KeyKind.Enter).Entries);
    }

    [Fact]
    public void What_is_entered_for_the_confirmation_port_stays_on_the_screen()
    {
        _controller.SetPrompt(Confirming);
        Press(KeyKind.Text, "hola");

        Assert.Equal("> hola\n", Press(KeyKind.Enter).Above);
    }

    [Fact]
    public void A_password_is_seen_nowhere_and_what_was_being_typed_waits()
    {
        _controller.SetPrompt(Chatting);
        Press(KeyKind.Text, "borrador");
        _controller.SetPrompt(new PromptState.Password("Clave: "));
        Press(KeyKind.Paste, "secreto");
        Press(KeyKind.KillToStart);
        Press(KeyKind.Paste, "uno\ndos");
        Press(KeyKind.Up);
        Press(KeyKind.Text, "secreto");
        Assert.Equal(new InputState("Clave: ", LineBuffer.Empty), _controller.State);

        var entered = Press(KeyKind.Enter);
        Assert.Equal([new InputLine("secreto")], entered.Entries);
        Assert.Equal("Clave: \n", entered.Above);
        _controller.SetPrompt(Chatting);
        Press(KeyKind.Yank);
        Assert.Equal("borrador", _controller.State.Line.Text);
        Assert.Empty(_history.Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("secr")]
    public void Ctrl_C_at_the_password_of_a_command_goes_back_as_an_empty_line_does(string typed)
    {
        _controller.SetPrompt(new PromptState.Password("Clave: ", IsOfCommand: true));
        Press(KeyKind.Text, typed);
        var result = Press(KeyKind.Interrupt);
        Assert.Equal([new InputLine("")], result.Entries);
        Assert.IsNotType<Effect.Interrupt>(result.Effect);

        _controller.SetPrompt(new PromptState.Password("Clave: "));
        Assert.IsType<Effect.Interrupt>(Press(KeyKind.Interrupt).Effect);
    }

    [Fact]
    public void What_is_typed_of_a_password_when_the_connection_breaks_is_gone()
    {
        _controller.SetPrompt(new PromptState.Password("Clave: "));
        Press(KeyKind.Text, "secr");
        _controller.SetPrompt(Away);
        Assert.Equal("", _controller.State.Line.Text);

        _controller.SetPrompt(Naming);
        Press(KeyKind.Text, "/identificar ana secreto");
        Assert.Equal("Nickname: /identificar …\n", Press(KeyKind.Enter).Above);
    }

    [Fact]
    public void The_prompt_names_another_current_room_and_counts_what_is_unread_in_the_others()
    {
        _controller.SetPrompt(Chatting);
        Show(new ConsoleEvent.RoomsChanged(DateTimeOffset.UnixEpoch, "general", ["general"]));
        Assert.Equal("ana> ", _controller.State.Prompt);

        Show(new ConsoleEvent.RoomsChanged(DateTimeOffset.UnixEpoch, "juegos", ["general", "juegos"]));
        foreach (var line in (string[])["juegos 1", "general 1", "general 2"])
            Show(new ConsoleEvent.Received(DateTimeOffset.UnixEpoch, ServerLineParser.Parse($"[{line} 2026-11-28T10:00:00.000Z] beto: ¿ana?")));
        Show(new ConsoleEvent.Received(DateTimeOffset.UnixEpoch, ServerLineParser.Parse("[general 3 2026-11-28T10:00:00.000Z] ana: sí")));
        Assert.Equal("[juegos | general 2!] ana> ", _controller.State.Prompt);

        Show(new ConsoleEvent.RoomsChanged(DateTimeOffset.UnixEpoch, "general", ["general", "juegos"]));
        Assert.Equal("[general] ana> ", _controller.State.Prompt);
    }

    [Fact]
    public void A_line_that_did_not_arrive_is_offered_where_nothing_is_being_typed()
    {
        _controller.SetPrompt(Chatting);
        _controller.Offer("uno");
        Assert.Equal([new InputLine("uno")], Press(KeyKind.Enter).Entries);

        _controller.Offer("uno");
        Press(KeyKind.Text, "otra cosa");
        _controller.Offer("dos");
        Assert.Equal([new InputLine("otra cosa")], Press(KeyKind.Enter).Entries);
    }

    private void Show(ConsoleEvent consoleEvent) => _controller.Show([consoleEvent]);

    private KeyResult Press(KeyKind kind, string text = "") => _controller.Press(new Key(kind, text));
}
