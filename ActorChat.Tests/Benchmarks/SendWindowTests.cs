using ActorChat.Benchmarks.Load.Figures;

namespace ActorChat.Tests.Benchmarks;

public class SendWindowTests
{
    [Fact]
    public void The_next_message_goes_when_all_have_heard_the_oldest()
    {
        var window = new SendWindow(outstanding: 3, listeners: 2);
        Assert.Equal([0u, 1u, 2u], [window.Send(), window.Send(), window.Send()]);
        Assert.False(window.CanSend);

        window.Heard(0);
        Assert.False(window.CanSend);
        window.Heard(0);
        Assert.True(window.CanSend);
        Assert.Equal(3u, window.Send());
        Assert.False(window.CanSend);
    }

    [Fact]
    public void Messages_heard_out_of_turn_free_the_window_when_the_oldest_is_heard()
    {
        var window = new SendWindow(outstanding: 3, listeners: 1);
        for (var i = 0; i < 3; i++)
            window.Send();
        window.Heard(2);
        window.Heard(1);
        Assert.False(window.CanSend);
        window.Heard(0);
        Assert.Equal(3u, window.Oldest);
    }

    [Fact]
    public void Nobody_waits_for_a_listener_who_is_gone()
    {
        var window = new SendWindow(outstanding: 2, listeners: 2);
        window.Send();
        window.Send();
        window.Heard(0);
        window.Heard(1);
        window.Heard(0);
        Assert.Equal(1u, window.Oldest);

        window.Gone(from: 1);
        Assert.Equal(2u, window.Oldest);
        window.Send();
        Assert.True(window.CanSend);
        window.Heard(2);
        Assert.Equal(3u, window.Oldest);
    }

    [Fact]
    public void After_giving_up_the_window_is_free_and_what_comes_late_changes_nothing()
    {
        var window = new SendWindow(outstanding: 1, listeners: 1);
        window.Send();
        window.GiveUp();
        Assert.True(window.CanSend);
        window.Send();
        window.Heard(0);
        Assert.False(window.CanSend);
        window.Heard(1);
        Assert.True(window.CanSend);
    }

    [Fact]
    public void Thousands_of_messages_go_through_a_small_window()
    {
        var window = new SendWindow(outstanding: 4, listeners: 3);
        for (var i = 0u; i < 10_000; i++)
        {
            while (window.CanSend)
                window.Send();
            for (var listener = 0; listener < 3; listener++)
                window.Heard(i);
        }

        Assert.Equal((10_000u, 10_003u), (window.Oldest, window.Sent));
    }
}
