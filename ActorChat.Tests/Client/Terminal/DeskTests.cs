using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal;
using ActorChat.Client.Terminal.Keys;
using ActorChat.Client.Terminal.Painting;
using ActorChat.Tests.Client.Support;
using Xunit;

namespace ActorChat.Tests.Client.Terminal;

public class DeskTests
{
    private static readonly Presence Naming = new Presence.Naming("Nickname: ", "eva"), Chatting = new Presence.Chatting("ana");
    private static readonly Presence Away = new Presence.Away("ana"), Confirming = new Presence.Confirming();

    private readonly KeptHistory _history = new();
    private readonly Desk _desk;

    public DeskTests() =>
        _desk = new Desk(new LineFormat(new Theme(ColorDepth.None), Texts.Spanish), Texts.Spanish, TimeProvider.System, _history);

    [Fact]
    public void An_empty_line_is_a_sign_of_life_in_the_chat_and_nothing_elsewhere()
    {
        _desk.Move(Chatting);
        Assert.Equal([new InputLine("")], Press(KeyKind.Enter).Entries);
        _desk.Move(Away);
        Assert.Empty(Press(KeyKind.Enter).Entries);
        Assert.Empty(_history.Lines);
    }

    [Fact]
    public void Pasted_lines_are_messages_whatever_they_look_like()
    {
        _desk.Move(Chatting);
        Press(KeyKind.Paste, "/salir\n#beto hola");

        Assert.Equal([new InputLine("/salir", IsMessage: true), new InputLine("#beto hola", IsMessage: true)], Press(KeyKind.Text, "s").Entries);
    }

    [Fact]
    public void Several_lines_are_no_nickname_and_not_kept_for_later()
    {
        _desk.Move(Naming);
        Press(KeyKind.Paste, "ana\n/salir");
        var answer = Press(KeyKind.Text, "s");

        Assert.Empty(answer.Entries);
        Assert.Contains(Texts.Spanish.PasteDropped, answer.Above, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nickname_that_was_typed_before_the_question_is_not_taken_away()
    {
        Press(KeyKind.Text, "an");
        _desk.Move(Naming);
        Press(KeyKind.Text, "a");

        Assert.Equal("ana", _desk.State.Line.Text);
    }

    [Fact]
    public void A_question_for_the_nickname_offers_one_and_lets_what_was_being_typed_wait()
    {
        _desk.Move(Chatting);
        Press(KeyKind.Text, "borrador");
        _desk.Move(Naming);
        Assert.Equal(new InputState("Nickname: ", _desk.State.Line), _desk.State);
        Assert.Equal("eva", _desk.State.Line.Text);

        Assert.Equal("Nickname: eva\n", Press(KeyKind.Enter).Above);
        _desk.Move(Chatting);
        Assert.Equal("borrador", _desk.State.Line.Text);
        Assert.Empty(_history.Lines);
    }

    [Fact]
    public void Without_a_connection_a_line_stays_which_is_said_once_each_time()
    {
        _desk.Move(Away);
        Press(KeyKind.Text, "hola");
        Assert.Contains(Texts.Spanish.LineKept, Press(KeyKind.Enter).Above, StringComparison.Ordinal);
        Assert.Equal("", Press(KeyKind.Enter).Above);
        Assert.Equal("hola", _desk.State.Line.Text);

        _desk.Move(Chatting);
        Assert.Equal([new InputLine("hola")], Press(KeyKind.Enter).Entries);
        _desk.Move(Away);
        Press(KeyKind.Text, "hola");
        Assert.Contains(Texts.Spanish.LineKept, Press(KeyKind.Enter).Above, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_commands_of_the_client_can_be_entered_without_a_connection()
    {
        _desk.Move(Away);
        Press(KeyKind.Text, "/reconectar");

        Assert.Equal([new InputLine("/reconectar")], Press(KeyKind.Enter).Entries);
    }

    [Fact]
    public void What_is_entered_for_the_confirmation_port_stays_on_the_screen()
    {
        _desk.Move(Confirming);
        Press(KeyKind.Text, "hola");

        Assert.Equal("> hola\n", Press(KeyKind.Enter).Above);
    }

    private Reaction Press(KeyKind kind, string text = "") => _desk.Press(new Key(kind, text));
}
