namespace ActorChat.Tests.Protocol.Text;

public sealed class NearestWordTests
{
    private static readonly string[] Words = ["/listar", "/salir", "/hora", "/list", "--help", "--set"];

    [Theory]
    [InlineData("/lsitar", "/listar")]
    [InlineData("/LSITAR", "/listar")]
    [InlineData("/lista", "/listar")]
    [InlineData("/lits", "/list")]
    [InlineData("/hroa", "/hora")]
    [InlineData("/salri", "/salir")]
    [InlineData("help", "--help")]
    [InlineData("-help", "--help")]
    [InlineData("--ste", "--set")]
    [InlineData("/l", null)]
    [InlineData("/", null)]
    [InlineData("", null)]
    [InlineData("-h", null)]
    [InlineData("/otra", null)]
    [InlineData("/adios", null)]
    public void The_word_that_was_meant_is_guessed_from_few_slips(string typed, string? meant) => Assert.Equal(meant, NearestWord.To(typed, Words));

    [Fact]
    public void What_is_too_long_to_be_a_slip_is_not_compared() => Assert.Null(NearestWord.To(new string('a', 1_000_000), [new string('a', 1_000_000)]));
}
