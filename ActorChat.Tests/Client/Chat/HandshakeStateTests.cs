using ActorChat.Client.Chat;

namespace ActorChat.Tests.Client.Chat;

public class HandshakeStateTests
{
    private const string Unknown = "Comando desconocido: /cliente.";

    private readonly HandshakeState _state = new();
    private readonly List<string> _answers = [];

    [Fact]
    public async Task A_taken_nickname_is_asked_for_again_and_a_free_one_admitted()
    {
        Observe("Nickname: ");
        _state.Attempt("ana");
        Observe("Nickname: ", "El nickname 'ana' ya está en uso. Elige otro.");
        _state.Attempt("eva");
        Observe(null, "Bienvenido, eva.", "beto: hola");

        Assert.Equal(new HandshakeStep.Asked("Nickname: ", IsTaken: false), await NextAsync());
        Assert.Equal(new HandshakeStep.Asked("Nickname: ", IsTaken: true), await NextAsync());
        Assert.Equal(new HandshakeStep.Admitted("eva"), await NextAsync());
        Assert.True(_state.IsAdmitted);
        Assert.True(_state.WasRefused);
    }

    [Fact]
    public void A_goodbye_after_refusals_is_no_welcome()
    {
        Observe("Nickname: ");
        _state.Attempt("ana");
        Observe("Nickname: ", "Nickname no válido: x");
        _state.Attempt("eva");
        Observe(null, "Nickname no válido: x", "Demasiados nicknames rechazados: se cierra la conexión.");

        Assert.False(_state.IsAdmitted);
        Assert.True(_state.WasRefused);
    }

    [Fact]
    public void A_nickname_reserved_for_the_server_is_refused_also_when_the_next_question_comes_later()
    {
        Observe("Nickname: ");
        _state.Attempt("Error");
        Observe(null, "El nickname 'Error' está reservado para el servidor. Elige otro.");
        Observe("Nickname: ");

        Assert.False(_state.IsAdmitted);
        Assert.True(_state.WasRefused);
    }

    [Fact]
    public void A_full_server_admits_nobody()
    {
        Observe(null, "El servidor está lleno. Vuelve a intentarlo más tarde.");

        Assert.False(_state.IsAdmitted);
        Assert.False(_state.WasRefused);
    }

    [Fact]
    public async Task A_server_that_knows_no_numbers_asks_once_more_which_is_no_refusal()
    {
        Observe("Nickname: ");
        Attempt("ana");
        Observe("Nickname: ", Unknown);
        Observe(null, "Bienvenido, ana.");

        Assert.Equal(new HandshakeStep.Asked("Nickname: ", IsTaken: false), await NextAsync());
        Assert.Equal(new HandshakeStep.Admitted("ana"), await NextAsync());
        Assert.Equal([Unknown], _answers);
        Assert.False(_state.WasRefused);
    }

    [Theory]
    [InlineData("* numeros", "El nickname 'ana' ya está en uso. Elige otro.")]
    [InlineData(Unknown, "Nickname: El nickname 'ana' ya está en uso. Elige otro.")]
    public async Task A_refusal_behind_the_answer_on_numbers_is_one(string answer, string refusal)
    {
        Observe("Nickname: ");
        Attempt("ana");
        Observe("Nickname: ", answer, refusal);

        Assert.Equal(new HandshakeStep.Asked("Nickname: ", IsTaken: false), await NextAsync());
        Assert.Equal(new HandshakeStep.Asked("Nickname: ", IsTaken: true), await NextAsync());
        Assert.Equal([answer], _answers);
    }

    [Fact]
    public async Task A_password_is_asked_for_and_a_second_question_means_that_it_was_wrong()
    {
        Observe("Nickname: ");
        Attempt("ana");
        Observe("Clave: ", "* numeros");
        Assert.False(_state.WasRefused);
        _state.AttemptPassword();
        Observe("Clave: ", "La clave de 'ana' no es esa.");

        await NextAsync();
        Assert.Equal(new HandshakeStep.Asked("Clave: ", IsTaken: false, IsPassword: true), await NextAsync());
        Assert.True(_state.WasRefused);
    }

    private void Attempt(string nick)
    {
        _state.Attempt(nick);
        _state.AskNumbers();
    }

    private void Observe(string? prompt, params string[] lines)
    {
        foreach (var line in lines.Select(ServerLineParser.Parse))
        {
            if (_state.TakesAnswer(line, isAskedAgain: prompt is not null))
                _answers.Add(line.Text);
            else
                _state.Observe(line, isAskedAgain: prompt is not null);
        }

        if (prompt is not null)
            _state.Ask(prompt);
    }

    private async Task<HandshakeStep> NextAsync() => await _state.NextAsync(CancellationToken.None).AsTask().WaitAsync(TestTimeout.Limit);
}
