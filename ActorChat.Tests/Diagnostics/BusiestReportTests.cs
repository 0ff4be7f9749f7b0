using ActorChat.Server.Diagnostics.Reports;
using ActorChat.Server.Resources;

namespace ActorChat.Tests.Diagnostics;

public sealed class BusiestReportTests
{
    private static readonly Texts Es = Texts.For(Language.Spanish);
    private static readonly TimeSpan Now = TimeSpan.FromSeconds(1000);

    [Fact]
    public void Without_an_earlier_look_the_rate_is_that_of_a_whole_life() => Assert.Equal(
        [
            "Los actores más ocupados (hasta tres de cada tipo), desde que existe cada uno:",
            "actor  mensajes/s  ocupado  buzón  en curso",
            "/             5.0        -      2  Say",
        ],
        BusiestReport.Lines(Trees.Actor("", "Root") with { Processed = 500, Waiting = 2, InWork = "Say" }, Now, previous: null, measured: false, Es));

    [Fact]
    public void After_an_earlier_look_the_rate_is_that_of_the_time_between()
    {
        var actor = Trees.Actor("", "Root") with { Processed = 500, Busy = TimeSpan.FromSeconds(1) };
        var before = ActivitySnapshot.Take(actor, Now - TimeSpan.FromSeconds(10));
        var lines = BusiestReport.Lines(actor with { Processed = 520, Busy = TimeSpan.FromSeconds(6) }, Now, before, measured: true, Es);
        Assert.Equal("Los actores más ocupados (hasta tres de cada tipo) en 10 s:", lines[0]);
        Assert.Equal("/             2.0   50.0 %      0  -", lines[^1]);
    }

    [Fact]
    public void An_actor_younger_than_the_earlier_look_is_judged_by_its_own_age()
    {
        var before = new ActivitySnapshot(Now - TimeSpan.FromSeconds(500), new Dictionary<string, (long, TimeSpan)>());
        var lines = BusiestReport.Lines(Trees.Actor("", "Root") with { Processed = 500 }, Now, before, measured: false, Es);
        Assert.StartsWith("/             5.0", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Many_of_one_type_leave_room_for_the_others()
    {
        var tree = Trees.Actor("", "Root", Trees.Listener(20_000), Trees.Actor("room", "Room") with { Processed = 1 });
        var lines = BusiestReport.Lines(tree, Now, previous: null, measured: false, Es);
        Assert.Equal(3, lines.Count(line => line.StartsWith("/listener/conn-", StringComparison.Ordinal)));
        Assert.StartsWith("/room ", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_than_ten_are_shown()
    {
        var tree = Trees.Actor("", "Root", [.. Enumerable.Range(0, 50).Select(i => Trees.Actor($"a{i}", $"T{i}") with { Processed = 1 + i })]);
        var lines = BusiestReport.Lines(tree, Now, previous: null, measured: false, Es);
        Assert.Equal(2 + 10, lines.Count);
        Assert.StartsWith("/a49 ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_idle_are_left_out() => Assert.Equal(2, BusiestReport.Lines(Trees.Actor("", "Root"), Now, previous: null, measured: false, Es).Count);
}
