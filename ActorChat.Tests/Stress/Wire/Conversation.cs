using Akka.Actor;
using Akka.IO;

namespace ActorChat.Tests.Stress.Wire;

/// <summary>What one end of a connection does by its plan, and checks meanwhile. Its actor hands it whatever it is told.</summary>
internal sealed class Conversation
{
    // Acknowledgements that may be outstanding before an end waits for one.
    private const int MostUnanswered = 8;

    private readonly Links _links;
    private readonly Link _link;
    private readonly bool _client;
    private readonly IActorRef _self;
    private readonly IActorRef _connection;
    private readonly Random _random;
    private readonly ReadSide _reads;
    private readonly WriteSide _writes;
    private Tcp.ConnectionClosed? _end;
    private bool _closing;
    private bool _peerClosed;
    private bool _waiting;

    public Conversation(Links links, Link link, bool client, IActorRef self, IActorRef connection)
    {
        _links = links;
        _link = link;
        _client = client;
        _self = self;
        _connection = connection;
        _random = new Random(HashCode.Combine(link.Seed, client));
        _reads = new ReadSide(client ? link.ClientPulls : link.ServerPulls, _random);
        _writes = new WriteSide(link, client, _random);
    }

    /// <summary>Whether the end of the connection has been told.</summary>
    public bool HasEnded => _end is not null;

    /// <summary>The connection is there.</summary>
    public void Begin()
    {
        _reads.Begin(_connection);
        Step();
    }

    /// <summary>Bytes came together with the number of the plan.</summary>
    public void Early(ByteString data)
    {
        _reads.AllowOneMore();
        _reads.Take(data.Count);
        Verify(0, data);
    }

    /// <summary>Bytes have come. How long to wait until <see cref="ReadOn"/>; null when reading goes on.</summary>
    public TimeSpan? Received(ByteString data)
    {
        Check(!HasEnded, "bytes behind the end");
        var from = _reads.Bytes;
        Check(_reads.Take(data.Count), "bytes that were not asked for");
        Verify(from, data);
        if (_writes.IsDone && _link.BreaksOff(_client))
            Step();
        return _reads.GoOn(_connection) ? null : TimeSpan.FromMilliseconds(_random.Next(1, 4));
    }

    /// <summary>Reads again.</summary>
    public void ReadOn() => _reads.Resume(_connection);

    /// <summary>A write was acknowledged.</summary>
    public void Acknowledged(WriteSide.Done done)
    {
        Check(!HasEnded, "an acknowledgement behind the end");
        Check(_writes.Acknowledged(done.Number), $"acknowledgement {done.Number} out of turn");
        _links.CountAcknowledgement();
        if (!_waiting)
            return;
        _waiting = false;
        Step();
    }

    /// <summary>A write failed. That may also be told behind the end, to who did not know of it yet.</summary>
    public void Failed(Tcp.CommandFailed failed)
    {
        Check(!_link.IsWhole, $"{failed}");
        Check(_writes.Failed(failed.Cmd), $"{failed} out of turn");
        _links.CountFailure();
    }

    /// <summary>The peer has ended its side, of a connection that is kept open then.</summary>
    public void PeerClosed()
    {
        Check(!_peerClosed && !HasEnded, "a second end of the peer");
        _peerClosed = true;
        Check(!_link.IsWhole || _reads.Bytes == _link.Bytes(!_client), $"the peer's end after {_reads.Bytes} bytes");
        Step();
    }

    /// <summary>The connection has ended.</summary>
    public void Closed(Tcp.ConnectionClosed closed)
    {
        Check(!HasEnded, $"{closed} behind {_end}");
        _end = closed;
        _links.CountEnd(closed.GetType().Name);
        Check(IsExpected(closed), $"{closed}");
        Check(!_link.IsWhole || _reads.Bytes == _link.Bytes(!_client), $"{closed} after {_reads.Bytes} bytes");
        Check(!_link.IsWhole || _writes.Unanswered == 0, $"{closed} with {_writes.Unanswered} writes unanswered");
    }

    /// <summary>The next thing to do: write some more, or end.</summary>
    public void Step()
    {
        if (_closing || HasEnded)
            return;
        if (_link.BreaksOff(_client) && (_writes.IsDone || _random.Next(6) == 0) && (!_client || _reads.Bytes > 0))
            Close(_link.Ending == Ending.BothClose ? Tcp.Close.Instance : Tcp.Abort.Instance);
        else if (_writes.IsDone)
            EndInOrder();
        else
            WriteSome();
    }

    private void Verify(int from, ByteString data)
    {
        Check(from + data.Count <= _link.Bytes(!_client), "more bytes than were sent");
        Check(data.ToArray().AsSpan().SequenceEqual(Pattern.Piece(_link.Number, !_client, from, data.Count)), $"wrong bytes at {from}");
        _links.CountBytes(data.Count);
    }

    private void WriteSome()
    {
        _writes.WriteSome(_connection, _self);
        if (_writes.Unanswered > MostUnanswered)
            _waiting = true;
        else
            _self.Tell(LinkEnd.Step.Instance);
    }

    private void EndInOrder()
    {
        switch (_link.Ending)
        {
            case Ending.ClientCloses when _client:
            case Ending.ServerCloses when !_client:
                Close(Tcp.Close.Instance);
                break;
            case Ending.ClientConfirms when _client:
                _reads.AllowOneMore();
                Close(Tcp.ConfirmedClose.Instance);
                break;
            default:
                if (_peerClosed)
                    Close(Tcp.Close.Instance);
                break;
        }
    }

    private void Close(Tcp.CloseCommand command)
    {
        _closing = true;
        _connection.Tell(command, _self);
    }

    private bool IsExpected(Tcp.ConnectionClosed closed) => _link.Ending switch
    {
        Ending.ClientCloses => closed is Tcp.Closed,
        Ending.ServerCloses => _client ? closed is Tcp.PeerClosed : closed is Tcp.Closed,
        Ending.ClientConfirms => _client ? closed is Tcp.ConfirmedClosed : closed is Tcp.Closed,
        Ending.ClientAborts or Ending.ServerAborts => _link.BreaksOff(_client) ? closed is Tcp.Aborted : closed is Tcp.ErrorClosed,
        _ => closed is Tcp.Closed or Tcp.PeerClosed or Tcp.ErrorClosed,
    };

    private void Check(bool holds, string complaint)
    {
        if (!holds)
            _links.Complaints.Add($"{_link}, {(_client ? "client" : "server")}: {complaint}");
    }
}
