using ActorChat.Client.Rooms;
using FsCheck.Xunit;

namespace ActorChat.Tests.Client.Rooms;

public class TimelineTests
{
    [Property(MaxTest = 1000, Arbitrary = [typeof(TimelineTests)])]
    internal void Whatever_is_cut_delayed_and_replayed_the_table_is_shown_in_order_and_once(Move[] moves)
    {
        var world = new World();
        foreach (var move in moves)
            world.Take(move);
        world.Settle();

        Assert.Equal(world.Shown.Order().Distinct(), world.Shown);
        Assert.Subset(world.Posted, world.Shown.ToHashSet());
        Assert.Subset(world.Shown.ToHashSet(), world.Table.Where(number => number >= world.Base).ToHashSet());
    }

    [Fact]
    public void A_page_without_an_answer_is_asked_for_again_with_the_next_line()
    {
        var timeline = new Timeline<long>();
        timeline.Add(1, 1);
        Assert.Empty(timeline.Add(3, 3));
        Assert.Equal(1, timeline.TakeFetch());
        timeline.GiveUp();
        Assert.Null(timeline.TakeFetch());
        Assert.Empty(timeline.Add(4, 4));
        Assert.Equal(1, timeline.TakeFetch());
        Assert.Equal([2, 3, 4], timeline.Add(2, 2));
    }

    public static Arbitrary<Move> Moves() => Arb.From(Gen.Frequency(
        (8, Gen.Constant(Move.Post)), (10, Gen.Constant(Move.Deliver)), (4, Gen.Constant(Move.Read)), (4, Gen.Constant(Move.Answer)),
        (2, Gen.Constant(Move.Cut)), (3, Gen.Constant(Move.Return)), (1, Gen.Constant(Move.ReturnReplayed)), (1, Gen.Constant(Move.Purge))));

    public enum Move
    {
        Post,
        Deliver,
        Read,
        Answer,
        Cut,
        Return,
        ReturnReplayed,
        Purge,
    }

    /// <summary>A room's table, the wire to one client, and that client.</summary>
    private sealed class World
    {
        private const int PageSize = 3, Replay = 4, MaxHeld = 5;

        private readonly Timeline<long> _timeline = new(MaxHeld);
        private readonly Queue<Action> _wire = [];
        private long? _question;
        private long[]? _page;
        private bool _hasMore;
        private bool _isConnected = true;
        private long _next = 1;

        public SortedSet<long> Table { get; } = [];

        public HashSet<long> Posted { get; } = [];

        public List<long> Shown { get; } = [];

        /// <summary>Where the client begins.</summary>
        public long Base => Shown.Count > 0 ? Shown[0] : long.MaxValue;

        public void Take(Move move)
        {
            switch (move)
            {
                case Move.Post:
                    Table.Add(_next);
                    Posted.Add(_next);
                    Send([_next++]);
                    break;
                case Move.Deliver:
                    Deliver();
                    break;
                case Move.Read:
                    Read();
                    break;
                case Move.Answer:
                    Answer();
                    break;
                case Move.Cut:
                    (_isConnected, _question, _page) = (false, null, null);
                    _wire.Clear();
                    _timeline.Cut();
                    break;
                case Move.Return or Move.ReturnReplayed when !_isConnected:
                    _isConnected = true;
                    _wire.Enqueue(_timeline.Resume);
                    Send(move is Move.ReturnReplayed ? [.. Table.TakeLast(Replay)] : []);
                    break;
                case Move.Purge when Table.Count > 0:
                    Table.Remove(Table.Min);
                    break;
            }
        }

        /// <summary>Lets everything come to rest, with a connection.</summary>
        public void Settle()
        {
            Take(Move.Return);
            for (var turn = 0; turn < 1000; turn++)
            {
                Deliver();
                Read();
                Answer();
            }

            Assert.True(_timeline.IsWhole);
        }

        private void Deliver()
        {
            if (_wire.TryDequeue(out var next))
                next();
            _question = _timeline.TakeFetch() ?? _question;
        }

        private void Read()
        {
            if (_question is not { } after || _page is not null)
                return;

            _page = [.. Table.Where(number => number > after).Take(PageSize)];
            _hasMore = Table.Count(number => number > after) > PageSize;
        }

        private void Answer()
        {
            if (_page is not { } page)
                return;

            var hasMore = _hasMore;
            Send(page);
            _wire.Enqueue(() => Shown.AddRange(_timeline.EndPage(page.LastOrDefault(), hasMore)));
            (_question, _page) = (null, null);
        }

        private void Send(long[] numbers)
        {
            foreach (var number in _isConnected ? numbers : [])
                _wire.Enqueue(() => Shown.AddRange(_timeline.Add(number, number)));
        }
    }
}
