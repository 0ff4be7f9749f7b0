using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Chat.Rooms.Local;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Framing;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;
using ActorChat.Tests.Protocol.Names;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.TestActors;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Chat.Rooms.Local;

public sealed class LocalRoomTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan NoticeInterval = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly CountingDialect[] _dialects = [.. Enum.GetValues<Language>().Select(language => new CountingDialect(Texts.For(language)))];
    private readonly TestProbe _room;
    private readonly TestProbe _history;
    private readonly IActorRef _localRoom;

    public LocalRoomTests()
        : base("akka.test.single-expect-default = 20s")
    {
        _room = CreateTestProbe();
        _history = CreateTestProbe();
        _localRoom = ActorOf(LocalRoomActor.PropsFor(new LocalRoomContext(
            RoomName.General,
            _room.Ref, _history.Ref, ActorRefs.Nobody, new RoomRules(CoalesceNoticesAbove: 1, NoticeInterval, ListPage: 100),
            _dialects.ToDictionary(dialect => dialect.Viewer, IChatDialect (dialect) => dialect), _clock)));
        _room.ExpectMsg<RoomCommand.Attach>();
    }

    [Fact]
    public async Task A_thousand_members_read_their_own_language_and_each_event_is_written_once_for_each()
    {
        const int Members = 1000;
        var outboxes = _dialects.Select(_ => CreateTestProbe()).ToArray();
        for (var i = 0; i < Members; i++)
        {
            var join = Join(i, 1, _dialects[i % 2], ActorOf(BlackHoleActor.Props), outboxes[i % 2].Ref);
            _localRoom.Tell(join);
            _localRoom.Tell(new RoomEvent.MemberJoined(new RoomMember(join.Session, join.Nickname, _localRoom), 1, i + 1, IsLogin: true, ""));
        }

        await _localRoom.Ask<ActorIdentity>(new Identify(null), TimeSpan.FromMinutes(1));
        ExpectOneWriteFor(outboxes, () => _clock.Advance(NoticeInterval), texts => texts.HaveConnected(Members - 2));
        ExpectOneWriteFor(outboxes, () => _localRoom.Tell(Posted("hola")), _ => "beto: hola");

        void ExpectOneWriteFor(TestProbe[] outboxes, Action happen, Func<Texts, string> words)
        {
            foreach (var outbox in outboxes)
            {
                outbox.Ref.Tell("mark");
                outbox.FishForMessage(message => message is "mark");
            }

            var before = _dialects.Select(dialect => dialect.Written).ToArray();
            happen();
            for (var i = 0; i < outboxes.Length; i++)
            {
                var writes = outboxes[i].ReceiveN(Members / 2);
                Assert.Single(writes.Distinct(ReferenceEqualityComparer.Instance));
                Assert.Equal(words(_dialects[i].Texts) + "\n", Text(writes.First()));
                Assert.Equal(before[i] + 1, _dialects[i].Written);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_gives_up_a_join_and_joins_again_is_let_in_once_however_late_the_answers_come(bool wasIn)
    {
        var (connection, outbox) = (CreateTestProbe(), CreateTestProbe());
        var joined = Join(1, 1, _dialects[0], connection.Ref, outbox.Ref);
        _localRoom.Tell(joined);
        var member = _room.ExpectMsg<RoomCommand.Join>().Member;
        if (wasIn)
            _localRoom.Tell(new RoomEvent.MemberJoined(member, 1, 1, IsLogin: true, ""));
        _localRoom.Tell(new LocalRoomCommand.Leave(joined.Session, connection.Ref, PartKind.Disconnected));
        _localRoom.Tell(joined with { Command = 2 });
        if (!wasIn)
            _localRoom.Tell(new RoomEvent.MemberJoined(member, 1, 1, IsLogin: true, ""));
        _localRoom.Tell(new RoomEvent.MemberParted(member, 0, PartKind.Disconnected));
        _localRoom.Tell(new RoomEvent.MemberJoined(member, 2, 1, IsLogin: true, ""));

        connection.FishForMessage(message => message is SessionEvent.Joined { Command: 2 });
        _localRoom.Tell(Posted("hola"));
        var lines = Enumerable.Range(0, wasIn ? 3 : 2).Select(_ => Text(outbox.ExpectMsg<Tcp.Write>())).ToList();
        var welcome = _dialects[0].Texts.Welcome("u1", 1) + "\n";
        Assert.Equal(wasIn ? [welcome, welcome, "beto: hola\n"] : [welcome, "beto: hola\n"], lines);
    }

    // Her next command begins at once, and what it makes must come behind.
    [Fact]
    public void An_author_is_confirmed_when_all_have_been_written_to()
    {
        var both = CreateTestProbe();
        foreach (var join in new[] { Join(9999, 1, _dialects[0], both.Ref, ActorRefs.Nobody), Join(1, 1, _dialects[0], ActorRefs.Nobody, both.Ref) })
        {
            _localRoom.Tell(join);
            _localRoom.Tell(new RoomEvent.MemberJoined(_room.ExpectMsg<RoomCommand.Join>().Member, 1, 2, IsLogin: true, ""));
        }

        _localRoom.Tell(Posted("hola"));
        Assert.StartsWith(_dialects[0].Texts.Welcome("u1", 2), Text(both.FishForMessage(message => message is Tcp.Write)), StringComparison.Ordinal);
        Assert.Equal("beto: hola\n", Text(both.ExpectMsg<Tcp.Write>()));
        both.ExpectMsg<SessionEvent.Accepted>();
    }

    private static LocalRoomCommand.Join Join(int session, long command, IChatDialect dialect, IActorRef connection, IActorRef outbox) =>
        new(new SessionId(session), command, Named.Parse($"u{session}"), "127.0.0.1", dialect.Viewer, connection, outbox, IsLogin: true);

    private static RoomEvent.MessagesPosted Posted(string text) => new([new ChatEvent.MessagePosted(new SessionId(9999), 1, "general", 1, 0, "beto", text)]);

    private static string Text(object write) => ((Tcp.Write)write).Data.ToString(Encoding.UTF8);

    /// <summary>The dialect of lines, which counts what it writes.</summary>
    private sealed class CountingDialect(Texts texts) : IChatDialect
    {
        private readonly LineDialect _lines = new(texts, maxLine: 1024);
        private int _written;

        public Texts Texts => texts;

        public int Written => Volatile.Read(ref _written);

        public Viewer Viewer => _lines.Viewer;

        public bool EchoesOwn => _lines.EchoesOwn;

        public bool NamesRooms => _lines.NamesRooms;

        public bool HasPrompts => _lines.HasPrompts;

        public IMessageDecoder CreateDecoder(int maxBytes) => _lines.CreateDecoder(maxBytes);

        public ChatCommand ParseLogin(string message) => _lines.ParseLogin(message);

        public ChatCommand Parse(string message) => _lines.Parse(message);

        public byte[] Write(ConnectionNotice notice, PeerKind peer) => _lines.Write(notice, peer);

        public byte[] Write(ChatEvent happened)
        {
            Interlocked.Increment(ref _written);
            return _lines.Write(happened);
        }
    }
}
