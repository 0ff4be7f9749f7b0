using ActorChat.Server.Diagnostics.Reports;
using ActorChat.Server.Diagnostics.Runtime;
using ActorChat.Server.Resources;

namespace ActorChat.Tests.Diagnostics;

public sealed class TreeReportTests
{
    private static readonly Texts Es = Texts.For(Language.Spanish);

    [Fact]
    public void Every_actor_of_a_small_tree_has_a_line() => Assert.Equal(
        [
            "actor     tipo   estado     buzón  mensajes  reinicios        edad",
            "/         Root   en marcha      0         0          0  1 min 40 s",
            "  user    Guard  en marcha      0         0          0  1 min 40 s",
            "    node  Node   parando        3        42          1         5 s",
        ],
        TreeReport.Lines(
            Trees.Actor("", "Root", Trees.Actor("user", "Guard", Trees.Actor("node", "Node") with
            {
                State = ActorState.Stopping,
                Waiting = 3,
                Processed = 42,
                Restarts = 1,
                Age = TimeSpan.FromSeconds(5),
            })),
            Es));

    [Fact]
    public void Twenty_thousand_children_are_one_line_and_those_that_stand_out()
    {
        var listener = Trees.Listener(20_000, (i, connection) => i switch
        {
            7 => connection with { State = ActorState.Restarting, Waiting = 2 },
            11 => connection with { Waiting = 900, Processed = 500 },
            _ => connection,
        });
        Assert.Equal(
            [
                "actor            tipo           estado                                   buzón           mensajes  reinicios        edad",
                "/                ListenerActor  en marcha                                    0                  0          0  1 min 40 s",
                "  20000 actores  Connection     19999 en marcha, 1 reiniciando  902 (máx. 900)  200490 (máx. 500)          0  1 min 40 s",
                "    conn-7       Connection     reiniciando                                  2                 10          0  1 min 40 s",
                "    conn-11      Connection     en marcha                                  900                500          0  1 min 40 s",
            ],
            TreeReport.Lines(listener, Es));
    }

    [Fact]
    public void A_tree_of_a_full_server_fits_a_terminal_of_80_columns()
    {
        var listener = Trees.Listener(20_000, (i, connection) => connection with { Type = "TcpIncomingConnection", Processed = 573 });
        var tree = Trees.Actor("", "GuardianActor", Trees.Actor("system", "SystemGuardianActor", Trees.Actor("EventStreamUnsubscriber-1", "EventStreamUnsubscriber"), listener));

        var lines = TreeReport.Lines(tree, Es, width: 80);
        Assert.Equal(["actor", "tipo", "buzón", "mensajes", "edad"], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("    Event…scriber-1  EventStre…ubscriber      0                    0  1 min 40 s", lines[3]);
        Assert.EndsWith("  11460000 (máx. 573)  1 min 40 s", lines[^1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void A_folded_line_says_how_many_more_are_below() => Assert.Contains(
        TreeReport.Lines(Trees.Listener(10, (_, connection) => connection with { Children = [Trees.Actor("child", "Child")] }), Es),
        line => line.StartsWith("  10 actores (y 10 debajo)", StringComparison.Ordinal));

    [Fact]
    public void No_more_than_three_of_a_type_stand_out() =>
        Assert.Equal(2 + 1 + 3, TreeReport.Lines(Trees.Listener(1000, (_, connection) => connection with { Restarts = 1 }), Es).Count);
}
