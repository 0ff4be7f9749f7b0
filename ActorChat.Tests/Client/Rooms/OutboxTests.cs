using ActorChat.Client.Rooms;

namespace ActorChat.Tests.Client.Rooms;

public class OutboxTests
{
    private readonly Outbox _outbox = new();

    [Fact]
    public void What_has_no_echo_when_the_connection_breaks_is_lost_as_it_was_typed()
    {
        Send("general", "uno", "//dos", "@juegos tres");
        Assert.Empty(Lost());
        _outbox.Cut();
        Send("general", "después");

        Assert.Equal(["uno", "//dos", "@juegos tres"], Lost());
        Assert.Empty(Lost());
    }

    [Fact]
    public void An_echo_settles_its_message_and_those_before_it_in_its_room()
    {
        Send("juegos", "en juegos");
        Send("general", "refused", "/uno", "uno", "uno");
        _outbox.Echoed("general", "uno");
        _outbox.Cut();

        Assert.Equal(["en juegos", "uno"], Lost());
    }

    [Fact]
    public void A_message_to_a_room_is_echoed_without_its_address()
    {
        Send("juegos", "@juegos hola");
        _outbox.Echoed("juegos", "hola");
        _outbox.Cut();

        Assert.Empty(Lost());
    }

    [Fact]
    public void Of_two_messages_with_the_same_words_an_echo_settles_that_of_its_room()
    {
        Send("general", "hola");
        Send("juegos", "@juegos hola");
        _outbox.Echoed("Juegos", "hola");
        _outbox.Cut();

        Assert.Equal(["hola"], Lost());
    }

    [Fact]
    public void An_echo_settles_a_message_that_came_to_another_room_than_it_should()
    {
        Send("general", "hola");
        _outbox.Echoed("juegos", "hola");
        _outbox.Cut();

        Assert.Empty(Lost());
    }

    [Fact]
    public void An_echo_after_a_return_says_nothing_of_what_was_sent_before()
    {
        Send("general", "uno");
        _outbox.Cut();
        Send("general", "dos");
        _outbox.Echoed("general", "dos");

        Assert.Equal(["uno"], Lost());
    }

    [Fact]
    public void What_the_server_refused_is_not_lost_whatever_was_echoed_before()
    {
        Send("general", "uno", "dos", "tres", "cuatro");
        Refuse("La sala está en modo lento: podrás escribir de nuevo dentro de 4 s.");
        _outbox.Echoed("general", "uno");
        Refuse("You are in no room; enter one with /join ROOM.");
        _outbox.Echoed("general", "tres");
        Send("general", "cinco");
        _outbox.Cut();

        Assert.Equal(["cinco"], Lost());
    }

    [Fact]
    public void A_refusal_means_one_message_and_of_the_room_that_it_names()
    {
        Send("juegos", "@juegos muda");
        Send("general", "hola");
        Refuse("En la sala juegos no puedes escribir hasta el 2026-11-28 10:00: basta.");
        Refuse("No estás en la sala 'música'; entra en ella con /entrar.");
        _outbox.Cut();

        Assert.Equal(["hola"], Lost());
    }

    [Fact]
    public void Of_a_message_that_the_server_itself_is_not_certain_of_an_echo_or_the_table_tells()
    {
        Send("general", "uno", "dos", "tres");
        Refuse("Error: el servidor no ha respondido a tiempo a lo que enviaste; puede que no se haya hecho.");
        Refuse("La sala está en modo lento: podrás escribir de nuevo dentro de 4 s.");
        _outbox.Echoed("general", "tres");
        _outbox.Cut();
        Assert.Empty(Lost());

        Send("general", "cuatro", "cinco");
        Refuse("Error: the server has not answered what you sent in time; it may not have been done.");
        Refuse("The room is in slow mode: you can write again in 4 s.");
        _outbox.Cut();
        Assert.Equal(["cuatro"], Lost());
    }

    [Theory]
    [InlineData("Ya hay una sala con un nombre que se confunde con ese; /salas las muestra.")]
    [InlineData("The room is for registered users only: identify with an account.")]
    [InlineData("En la sala juegos hay un veto contra ti.")]
    [InlineData("Error: the server has not answered what you sent in time; it may not have been done.")]
    public void A_refused_entry_is_waited_for_no_longer_and_settles_no_message_behind_it(string refusal)
    {
        _outbox.Entering("/entrar juegos", "juegos");
        Send("general", "hola");
        Assert.True(_outbox.IsEntering);
        Refuse(refusal);
        Assert.False(_outbox.IsEntering);
        _outbox.Cut();

        Assert.Equal(["hola"], Lost());
    }

    [Fact]
    public void An_entry_whose_refusal_is_not_understood_ends_with_the_next_answer()
    {
        _outbox.Entering("/entrar a", "a");
        _outbox.Entering("/entrar b", "b");
        _outbox.Receive(ServerLineParser.Parse("Estás en la sala B, con 1 usuario. Lo que escribes va ahora a ella."));
        Assert.False(_outbox.IsEntering);

        _outbox.Entering("/entrar c", "c");
        Send("general", "hola");
        _outbox.Echoed("general", "hola");
        Assert.False(_outbox.IsEntering);
    }

    [Theory]
    [InlineData("El usuario 'beto' no está conectado.")]
    [InlineData("The user 'beto' is not connected; it will be delivered on return.")]
    [InlineData("Error: el mensaje privado no se pudo guardar para cuando vuelva")]
    public void A_private_message_without_an_answer_is_unknown_and_one_with_an_answer_is_not(string answer)
    {
        foreach (var line in (string[])["#beto uno", "#beto dos", "#eva tres"])
            _outbox.SentPrivate(line, Assert.IsType<ChatCommand.Private>(ChatCommandParser.Parse(line)));
        Refuse(answer);
        _outbox.Receive(ServerLineParser.Parse("[privado a beto] dos"));

        Assert.Equal([new LostLine("#eva tres", "", IsCertain: false)], _outbox.TakePrivate());
        Assert.Empty(_outbox.TakePrivate());
    }

    [Fact]
    public void What_was_said_last_in_a_room_that_was_left_is_not_certain()
    {
        Send("juegos", "@juegos adiós");
        Send("general", "hola");
        _outbox.Receive(ServerLineParser.Parse("Has salido de la sala juegos. Lo que escribes va ahora a general."));
        _outbox.Cut();

        Assert.Equal([("@juegos adiós", false), ("hola", true)], _outbox.TakeLost(_ => true).Select(lost => (lost.Line, lost.IsCertain)));
    }

    private string[] Lost() => [.. _outbox.TakeLost(_ => true).Where(lost => lost.IsCertain).Select(lost => lost.Line)];

    private void Refuse(string line) => _outbox.Receive(ServerLineParser.Parse(line));

    private void Send(string room, params string[] lines)
    {
        foreach (var line in lines)
        {
            if (ChatCommandParser.Parse(line) is ChatCommand.Post post)
                _outbox.Sent(line, room, post);
        }
    }
}
