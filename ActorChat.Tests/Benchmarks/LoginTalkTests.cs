using ActorChat.Benchmarks.Load.Wire;

namespace ActorChat.Tests.Benchmarks;

public class LoginTalkTests
{
    private readonly LoginTalk _talk = new();

    [Fact]
    public void Lines_behind_the_welcome_do_no_harm()
    {
        Read("Nickname: ");
        Assert.Equal(LoginStep.Done, Read("Bienvenido, ana.\n* beto se ha conectado\n* car"));
    }

    [Fact]
    public void A_line_that_is_cut_behind_its_colon_is_no_second_prompt()
    {
        Read("Nickname: ");
        Assert.Equal(LoginStep.Wait, Read("Aviso: "));
        Assert.Equal(LoginStep.Done, Read("Bienvenido, ana.\nbeto: "));
    }

    [Fact]
    public void A_second_prompt_is_a_refusal_with_the_line_before_it_as_reason()
    {
        Read("Nickname: ");
        Assert.Equal(LoginStep.Refused, Read("El nickname 'ana' ya está en uso. Elige otro.\nNickname: "));
        Assert.Equal("El nickname 'ana' ya está en uso. Elige otro.", _talk.Said);
    }

    [Fact]
    public void A_line_in_the_place_of_the_prompt_is_a_refusal()
    {
        Assert.Equal(LoginStep.Refused, Read("El servidor está lleno. Vuelve a intentarlo más tarde.\n"));
        Assert.Equal("El servidor está lleno. Vuelve a intentarlo más tarde.", _talk.Said);
    }

    [Fact]
    public void A_prompt_in_pieces_is_answered_once_and_a_line_is_the_welcome()
    {
        Assert.Equal(LoginStep.Wait, Read("Nick"));
        Assert.Equal(LoginStep.SendNickname, Read("name: "));
        Assert.Equal(LoginStep.Wait, Read("Bienvenido, ana."));
        Assert.Equal(LoginStep.Done, Read(" Usuarios conectados: 1.\n"));
    }

    private LoginStep Read(string bytes) => _talk.Read(Encoding.UTF8.GetBytes(bytes));
}
