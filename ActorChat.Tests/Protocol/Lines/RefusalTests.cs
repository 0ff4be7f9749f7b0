using ActorChat.Server.Resources;

namespace ActorChat.Tests.Protocol.Lines;

public class RefusalTests
{
    private static readonly Texts[] Languages = [Texts.For(Language.Spanish), Texts.For(Language.English)];

    [Fact]
    public void What_refuses_a_line_says_of_which_kind_it_was_and_of_which_room() => Assert.All(Languages, texts =>
    {
        Expect(RefusedKinds.Message, "", texts.WriteLater(4), texts.InNoRoom, texts.NoCurrentRoom, texts.MessageNotStored, texts.RoomNotEntered("juegos"));
        Assert.Null(ServerLineParser.RoomNotIn(ServerLineParser.Parse(texts.RoomNotEntered("juegos"))));
        Expect(RefusedKinds.Message, "juegos", texts.NotInRoom("juegos"), texts.MutedInRoom("juegos") + ".",
            texts.UntilThen(texts.MutedInRoom("juegos"), "2026-11-27 14:03") + ".", texts.MutedInRoom("juegos") + ": spam.");
        Expect(RefusedKinds.Message, "juegos", "[juegos] " + texts.WriteLater(4), "[juegos] " + texts.MutedInRoom("juegos") + ".");
        Expect(RefusedKinds.Private, "", texts.NotConnected("beto:"), texts.PrivateKept("beto"), texts.TooManyWaiting("beto"), texts.PrivateNotKept);
        Expect(RefusedKinds.Join, "", texts.RoomRule, texts.RoomConfusable, texts.TooManyRoomsPerUser, texts.TooManyRooms,
            texts.BannedFromRoom("juegos") + ": spam.");
        Expect(RefusedKinds.Message | RefusedKinds.Join, "", texts.RegisteredOnly);
        Expect(RefusedKinds.Any, "", texts.CommandFailed, texts.CommandTimedOut, texts.MessageTooLong(1024), texts.InvalidUtf8);
        Assert.True(Of(texts.CommandTimedOut)!.IsUncertain);
        Assert.False(Of(texts.CommandFailed)!.IsUncertain);
    });

    // Among them what a user has chosen: a topic, a message, a reason.
    [Fact]
    public void Other_lines_refuse_nothing() => Assert.All(Languages, texts =>
    {
        string[] lines =
        [
            texts.TopicNotPermitted, texts.SendsTooFast, texts.HistoryUnavailable, texts.SearchBusy, texts.ServerStopping, texts.UnknownCommand("/x"),
            texts.CurrentRoom("general", "general"), texts.Topic(texts.WriteLater(4)), "ana: " + texts.MessageNotStored, "* " + texts.InNoRoom,
            "[juegos] ana: " + texts.MessageNotStored, "[privado] ana: " + texts.NotConnected("ana"), "[juegos] * " + texts.InNoRoom,
        ];
        Assert.All(lines, line => Assert.Null(Of(line)));
    });

    private static void Expect(RefusedKinds kinds, string room, params string[] lines) =>
        Assert.All(lines, line => Assert.Equal((kinds, room), Of(line) is { } refusal ? (refusal.Kinds, refusal.Room) : default));

    private static Refusal? Of(string line) => Refusal.Of(ServerLineParser.Parse(line));
}
