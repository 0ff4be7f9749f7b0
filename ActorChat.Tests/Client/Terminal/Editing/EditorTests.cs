using ActorChat.Client.Terminal.Editing;
using ActorChat.Client.Terminal.Keys;

namespace ActorChat.Tests.Client.Terminal.Editing;

public class EditorTests
{
    private readonly History _history = new(["uno", "dos"]);
    private readonly Editor _editor;

    public EditorTests() => _editor = new Editor(_history, line => Completer.Complete(line, ["ana", "Andrés"], [], ["/listar"]));

    [Fact]
    public void Enter_gives_the_line_away_and_keeps_it_in_the_history()
    {
        Type("hola");

        Assert.Equal(new Effect.Enter("hola"), Press(KeyKind.Enter));
        Assert.Equal("", _editor.Line.Text);
        Assert.Equal(["uno", "dos", "hola"], _history.Lines);
    }

    [Fact]
    public void Arrows_walk_through_the_history_and_back_to_what_was_being_typed()
    {
        Type("tr");
        Press(KeyKind.Up);
        Assert.Equal("dos", _editor.Line.Text);
        Press(KeyKind.Up);
        Assert.Equal("uno", _editor.Line.Text);
        Assert.Equal(new Effect.Bell(), Press(KeyKind.Up));
        Press(KeyKind.Down);
        Press(KeyKind.Down);
        Assert.Equal("tr", _editor.Line.Text);
    }

    [Fact]
    public void Tab_goes_around_all_that_fits_and_Shift_Tab_goes_back()
    {
        Type("an");
        Press(KeyKind.Tab);
        Assert.Equal("ana: ", _editor.Line.Text);
        Press(KeyKind.Tab);
        Assert.Equal("Andrés: ", _editor.Line.Text);
        Press(KeyKind.Tab);
        Press(KeyKind.BackTab);
        Assert.Equal("Andrés: ", _editor.Line.Text);
        Type("hola");
        Assert.Equal("Andrés: hola", _editor.Line.Text);
        Assert.Equal(new Effect.Bell(), Press(KeyKind.Tab));
    }

    [Fact]
    public void The_first_Ctrl_C_clears_the_line_and_the_next_one_leaves()
    {
        Type("hola");
        Assert.Equal(new Effect.None(), Press(KeyKind.Interrupt));
        Assert.Equal("", _editor.Line.Text);
        Assert.Equal(new Effect.Interrupt(), Press(KeyKind.Interrupt));
    }

    [Fact]
    public void Ctrl_D_deletes_in_a_line_and_ends_an_empty_one()
    {
        Type("x");
        Press(KeyKind.Home);
        Assert.Equal(new Effect.None(), Press(KeyKind.DeleteOrEnd));
        Assert.Equal(new Effect.EndOfInput(), Press(KeyKind.DeleteOrEnd));
    }

    [Fact]
    public void What_was_killed_comes_back()
    {
        Type("uno dos");
        Press(KeyKind.KillWordLeft);
        Press(KeyKind.Home);
        Press(KeyKind.Yank);
        Assert.Equal("dosuno ", _editor.Line.Text);
        Press(KeyKind.KillToEnd);
        Press(KeyKind.Yank);
        Press(KeyKind.Yank);
        Assert.Equal("dosuno uno ", _editor.Line.Text);
    }

    [Fact]
    public void One_pasted_line_is_typed_and_its_end_is_no_Enter()
    {
        Assert.Equal(new Effect.None(), Press(KeyKind.Paste, "\n/salir\n"));
        Assert.Equal("/salir", _editor.Line.Text);
    }

    [Theory]
    [InlineData(KeyKind.Text, "s", true)]
    [InlineData(KeyKind.Text, "Y", true)]
    [InlineData(KeyKind.Text, "n", false)]
    [InlineData(KeyKind.Text, "sí, claro", false)]
    [InlineData(KeyKind.Enter, "", false)]
    [InlineData(KeyKind.Interrupt, "", false)]
    [InlineData(KeyKind.Paste, "s", false)]
    internal void Several_pasted_lines_wait_for_a_yes_and_leave_the_line_alone(KeyKind answer, string text, bool yes)
    {
        Type("borrador");
        Press(KeyKind.Paste, "uno\n\n/salir\n");
        Assert.Equal(["uno", "/salir"], _editor.Question);

        var effect = Assert.IsType<Effect.PasteAnswered>(Press(answer, text));
        Assert.Equal(yes, effect.Yes);
        Assert.Equal(["uno", "/salir"], effect.Lines);
        Assert.Null(_editor.Question);
        Assert.Equal("borrador", _editor.Line.Text);
    }

    [Theory]
    [InlineData(KeyKind.Text, "x", "x")]
    [InlineData(KeyKind.Paste, "beto", "beto")]
    [InlineData(KeyKind.Backspace, "", "")]
    [InlineData(KeyKind.KillWordLeft, "", "")]
    [InlineData(KeyKind.Left, "", "ana")]
    [InlineData(KeyKind.End, "", "ana")]
    internal void The_first_key_replaces_a_marked_line_or_takes_it_over(KeyKind kind, string text, string line)
    {
        _editor.Replace(LineBuffer.Create("ana"), isMarked: true);
        Press(kind, text);

        Assert.Equal(line, _editor.Line.Text);
        Assert.False(_editor.IsMarked);
    }

    [Theory]
    [InlineData(KeyKind.Unknown)]
    [InlineData(KeyKind.ClearScreen)]
    [InlineData(KeyKind.PasteUnfinished)]
    internal void A_key_that_has_nothing_to_do_with_the_line_leaves_it_marked(KeyKind kind)
    {
        _editor.Replace(LineBuffer.Create("ana"), isMarked: true);
        Press(kind);

        Assert.True(_editor.IsMarked);
    }

    private void Type(string text) => Press(KeyKind.Text, text);

    private Effect Press(KeyKind kind, string text = "") => _editor.Apply(new Key(kind, text), _ => true);
}
