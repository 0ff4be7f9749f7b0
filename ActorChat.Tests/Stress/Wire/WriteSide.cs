using Akka.Actor;
using Akka.IO;

namespace ActorChat.Tests.Stress.Wire;

/// <summary>What an end writes, in pieces of any size, alone or some in one, with acknowledgements or without; and which of them came.</summary>
internal sealed class WriteSide(Link link, bool client, Random random)
{
    private readonly Queue<int> _unanswered = new();
    private int _written;
    private int _lastAck;

    /// <summary>Whether everything was written.</summary>
    public bool IsDone => _written == link.Bytes(client);

    /// <summary>How many acknowledgements are still to come.</summary>
    public int Unanswered => _unanswered.Count;

    /// <summary>Writes some more.</summary>
    public void WriteSome(IActorRef connection, IActorRef self)
    {
        var writes = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Next()).ToArray();
        connection.Tell(writes.Length == 1 ? writes[0] : Tcp.WriteCommand.Create(writes), self);
    }

    /// <summary>A write was acknowledged. Whether it was its turn.</summary>
    public bool Acknowledged(int number) => _unanswered.TryDequeue(out var expected) && expected == number;

    /// <summary>A write failed. Whether it was waited for.</summary>
    public bool Failed(Tcp.Command command) => Parts(command).Where(write => write.WantsAck).All(write =>
        write.Ack is Done done && Acknowledged(done.Number));

    private static IEnumerable<Tcp.SimpleWriteCommand> Parts(Tcp.Command command) => command switch
    {
        Tcp.CompoundWrite compound => compound,
        Tcp.SimpleWriteCommand simple => [simple],
        _ => [],
    };

    private Tcp.Write Next()
    {
        var count = Math.Min(random.Next(random.Next(2) == 0 ? 200 : 20_000), link.Bytes(client) - _written);
        var data = ByteString.FromBytes(Pattern.Piece(link.Number, client, _written, count).ToArray());
        _written += count;
        if (random.Next(3) == 0)
            return Tcp.Write.Create(data);
        _unanswered.Enqueue(++_lastAck);
        return Tcp.Write.Create(data, new Done(_lastAck));
    }

    /// <summary>The acknowledgement of a write.</summary>
    public sealed class Done(int number) : Tcp.Event
    {
        /// <summary>1, 2, 3… among those of one end.</summary>
        public int Number { get; } = number;
    }
}
