using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Storage;
using ActorChat.Tests.Protocol.Names;
using Akka.Actor;

namespace ActorChat.Tests.Chat.Rooms;

public sealed class RoomLogTests
{
    // A step is what happens, and by how many seconds the clock jumps before.
    [Fact]
    public void Whatever_the_storage_answers_the_table_has_what_was_not_refused_once_in_order_and_without_gaps() =>
        Prop.ForAll(Gen.Zip(Gen.Choose(0, 10), Gen.Choose(-10, 10)).ArrayOf().ToArbitrary(), steps =>
        {
            var run = new Run();
            foreach (var (what, seconds) in steps)
                run.Take(what, TimeSpan.FromSeconds(seconds));
            run.ExpectAllSettled();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(100));

    [Fact]
    public void No_batch_is_larger_than_the_storage_takes_at_once()
    {
        var run = new Run();
        for (var i = 0; i < 2500; i++)
            run.Take(0, TimeSpan.Zero);
        run.ExpectAllSettled();
        Assert.Equal(1000, run.LargestBatch);
    }

    /// <summary>A log, the table, and a room that carries out what the log says, as <see cref="RoomActor"/> does.</summary>
    private sealed class Run
    {
        private const string Other = "another node";

        private static readonly RoomMember[] Authors = [.. ((string[])["ana", "beto"]).Select((name, i) => new RoomMember(new SessionId(i), Named.Parse(name), ActorRefs.Nobody))];

        private readonly RoomLog.Backlog _backlog = new();
        private readonly List<MessageRecord> _table = [];
        private readonly List<string> _refused = [];
        private RoomLog _log;
        private DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddYears(55);
        private int _posted;

        public Run() => _log = Restarted();

        public int LargestBatch { get; private set; }

        public void Take(int what, TimeSpan jump)
        {
            _now += jump;
            if (what < 5)
                Post(Authors[what % 2]);
            else if (what == 5)
                _log = Restarted();
            else if (_log.InFlight is { } batch)
                Answer(what, batch);
            else
                ReadPosition();
            if (_log.CanBegin)
                LargestBatch = Math.Max(LargestBatch, _log.Begin(_now).Posts.Length);
        }

        public void ExpectAllSettled()
        {
            while (_log.InFlight is not null || _backlog.Waiting.Count > 0)
                Take(6, TimeSpan.Zero);
            Assert.Equal(Enumerable.Range(1, _table.Count).Select(number => (long?)number), _table.Select(row => row.Number));
            Assert.All(_table.Zip(_table.Skip(1)), pair => Assert.True(pair.First.Instant <= pair.Second.Instant));
            var own = _table.Where(row => row.Author != Other).ToList();
            Assert.Equal(Enumerable.Range(1, _posted), own.Select(row => row.Content).Concat(_refused).Select(Order).Order());
            Assert.All(own.GroupBy(row => row.Author), rows =>
                Assert.Equal(rows.Select(row => Order(row.Content)).Order(), rows.Select(row => Order(row.Content))));
        }

        // Texts are numbers, in the order in which they were posted.
        private static int Order(string text) => int.Parse(text, CultureInfo.InvariantCulture);

        private RoomLog Restarted() => new("general", _backlog);

        private void Post(RoomMember author) =>
            _log.Add(new RoomCommand.Post(author, _posted, (++_posted).ToString(CultureInfo.InvariantCulture), "127.0.0.1"), TimeSpan.Zero);

        private void Answer(int what, PostBatch batch)
        {
            if (what is 6 or 8)
                _table.AddRange(_log.RowsOf(batch));
            if (what == 6)
                Commit(batch);
            else if (what == 7)
                Refuse(batch);
            else if (what == 9)
                OnNumberTaken(batch);
            else
                ReadPosition();
        }

        private void Commit(PostBatch batch)
        {
            Assert.Null(_log.Commit(batch.Request - 1));
            Assert.Equal(_log.RowsOf(batch).Select(row => row.Number), _log.Commit(batch.Request)!.Events("general").Select(posted => (long?)posted.Number));
            Assert.Null(_log.Commit(batch.Request));
        }

        private void Refuse(PostBatch batch)
        {
            Assert.NotNull(_log.Refuse(batch.Request));
            _refused.AddRange(batch.Posts.Select(post => post.Text));
            if (_log.Position is null)
                ReadPosition();
        }

        private void OnNumberTaken(PostBatch batch)
        {
            _table.Add(new MessageRecord("", _now, "127.0.0.1", Other, "general", batch.First) { Instant = batch.Instant });
            Assert.NotNull(_log.Refuse(batch.Request));
            _log.PutBack(batch, TimeSpan.Zero);
            ReadPosition();
        }

        // Also after an answer that was lost: the table tells.
        private void ReadPosition()
        {
            var position = _table.Count == 0 ? default : new RoomPosition(_table[^1].Number!.Value, _table[^1].Instant);
            if (_log.InFlight is { } batch && _log.Refuse(batch.Request) is not null && position.Number < batch.End.Number)
                _refused.AddRange(batch.Posts.Select(post => post.Text));
            _log.Position = position;
        }
    }
}
