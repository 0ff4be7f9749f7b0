using ActorChat.Client.Rooms;

namespace ActorChat.Tests.Client.Rooms;

public class OutboxTests
{
    private readonly Outbox _outbox = new();

    [Fact]
    public void What_has_no_echo_when_the_connection_breaks_is_lost_as_it_was_typed()
    {
        Send("general", "uno", "//dos", "@juegos tres");
        Assert.Empty(_outbox.TakeLost());
        _outbox.Cut();
        Send("general", "después");

        Assert.Equal(["uno", "//dos", "@juegos tres"], _outbox.TakeLost());
        Assert.Empty(_outbox.TakeLost());
    }

    [Fact]
    public void An_echo_settles_its_message_and_those_before_it_in_its_room()
    {
        Send("juegos", "en juegos");
        Send("general", "refused", "/uno", "uno", "uno");
        _outbox.Echoed("general", "uno");
        _outbox.Cut();

        Assert.Equal(["en juegos", "uno"], _outbox.TakeLost());
    }

    [Fact]
    public void A_message_to_a_room_is_echoed_without_its_address()
    {
        Send("juegos", "@juegos hola");
        _outbox.Echoed("juegos", "hola");
        _outbox.Cut();

        Assert.Empty(_outbox.TakeLost());
    }

    [Fact]
    public void Of_two_messages_with_the_same_words_an_echo_settles_that_of_its_room()
    {
        Send("general", "hola");
        Send("juegos", "@juegos hola");
        _outbox.Echoed("Juegos", "hola");
        _outbox.Cut();

        Assert.Equal(["hola"], _outbox.TakeLost());
    }

    [Fact]
    public void An_echo_settles_a_message_that_came_to_another_room_than_it_should()
    {
        Send("general", "hola");
        _outbox.Echoed("juegos", "hola");
        _outbox.Cut();

        Assert.Empty(_outbox.TakeLost());
    }

    [Fact]
    public void An_echo_after_a_return_says_nothing_of_what_was_sent_before()
    {
        Send("general", "uno");
        _outbox.Cut();
        Send("general", "dos");
        _outbox.Echoed("general", "dos");

        Assert.Equal(["uno"], _outbox.TakeLost());
    }

    private void Send(string room, params string[] lines)
    {
        foreach (var line in lines)
        {
            if (ChatCommandParser.Parse(line) is ChatCommand.Post post)
                _outbox.Sent(line, room, post);
        }
    }
}
