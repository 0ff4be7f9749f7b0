using System.Net.Sockets;
using System.Text;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.IO;
using Xunit;

namespace ActorChat.Tests.Internals.Exploration;

/// <summary>
/// One connection over the loopback whose handler and peer do some steps in some order. Then the peer reads all and ends its side, and
/// the handler registers and reads, so that every connection comes to its end by itself. What was told on the way is audited.
/// </summary>
internal sealed class TcpStory(IReadOnlyList<TcpStep> steps, RecordingHandler handler, InternalActorRef connection, Socket peer)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly ByteString Little = ByteString.FromString("little", Encoding.ASCII);
    private static readonly ByteString Much = ByteString.FromBytes(new byte[300_000]);
    private static readonly byte[] Data = Encoding.ASCII.GetBytes("from the peer");

    private readonly List<Written> _writes = [];

    private bool IsBrokenOff => steps.Any(step => step is TcpStep.Abort or TcpStep.PeerResets);

    /// <summary>Goes through it.</summary>
    public async Task Run()
    {
        connection.SendSystemMessage(new Watch(connection, handler));
        foreach (var step in steps)
            Do(step);

        handler.ReadOn();
        var received = 0L;
        if (!steps.Contains(TcpStep.PeerResets))
        {
            if (!steps.Contains(TcpStep.PeerEnds))
                EndPeer();
            Do(TcpStep.Register);
            Do(TcpStep.Resume);
            received = await ReadToEnd();
        }
        else
        {
            Do(TcpStep.Register);
            Do(TcpStep.Resume);
        }

        await Told(handler.Ended);
        peer.Dispose();
        Audit(received);
    }

    private void Do(TcpStep step)
    {
        switch (step)
        {
            case TcpStep.Register:
                connection.Tell(new Tcp.Register(handler), handler);
                break;
            case TcpStep.Write:
                Write(Little);
                break;
            case TcpStep.WriteMuch:
                Write(Much);
                break;
            case TcpStep.Suspend:
                connection.Tell(Tcp.SuspendReading.Instance, handler);
                break;
            case TcpStep.Resume:
                connection.Tell(Tcp.ResumeReading.Instance, handler);
                break;
            case TcpStep.Close:
                connection.Tell(Tcp.Close.Instance, handler);
                break;
            case TcpStep.ConfirmedClose:
                connection.Tell(Tcp.ConfirmedClose.Instance, handler);
                break;
            case TcpStep.Abort:
                connection.Tell(Tcp.Abort.Instance, handler);
                break;
            default:
                DoAsPeer(step);
                break;
        }
    }

    private void DoAsPeer(TcpStep step)
    {
        try
        {
            if (step == TcpStep.PeerSends)
                peer.Send(Data);
            else if (step == TcpStep.PeerEnds)
                EndPeer();
            else
                ResetPeer();
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // It has ended its side before, or the connection was reset: then this step is nothing.
        }
    }

    private void EndPeer()
    {
        try
        {
            peer.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // Reset by the other side.
        }
    }

    private void ResetPeer()
    {
        peer.LingerState = new LingerOption(enable: true, seconds: 0);
        peer.Dispose();
    }

    private void Write(ByteString data)
    {
        var written = new Written(data.Count);
        _writes.Add(written);
        connection.Tell(Tcp.Write.Create(data, written), handler);
    }

    private async Task<long> ReadToEnd()
    {
        var all = 0L;
        var buffer = new byte[64 * 1024];
        try
        {
            while (await peer.ReceiveAsync(buffer).WaitAsync(Limit) is var read && read > 0)
                all += read;
        }
        catch (TimeoutException)
        {
            Fail($"the peer was told no end, after {all} bytes");
        }
        catch (SocketException)
        {
            // Reset by the other side: that is an end too, and what came before it is audited.
        }

        return all;
    }

    private async Task Told(Task task)
    {
        try
        {
            await task.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            Fail("the end was never told");
        }
    }

    private void Audit(long received)
    {
        var told = handler.Told.ToList();
        var ends = told.OfType<Tcp.ConnectionClosed>().ToList();
        Check(ends.Count == 1 || (ends.Count == 0 && CanMissTheEnd()), $"{ends.Count} ends were told");
        Check(handler.Terminations == 1, "the watcher was told more than once");
        foreach (var end in ends)
        {
            Check(told.SkipWhile(message => message != end).Skip(1).All(message => message is Tcp.CommandFailed), "something came behind the end");
            Check(IsPossible(end), $"{end} is not how this can end");
        }

        AuditWrites(told, received);
        AuditReads(told);
    }

    // Who registers when the connection has failed already learns it from watching only.
    private bool CanMissTheEnd() => !steps.TakeWhile(step => step != TcpStep.PeerResets).Contains(TcpStep.Register);

    private bool IsPossible(Tcp.ConnectionClosed end) => end switch
    {
        Tcp.Aborted => steps.Contains(TcpStep.Abort),
        Tcp.ErrorClosed => steps.Contains(TcpStep.PeerResets),
        Tcp.Closed => steps.Contains(TcpStep.Close),
        Tcp.ConfirmedClosed => steps.Contains(TcpStep.ConfirmedClose),
        _ => true,
    };

    private void AuditWrites(List<object> told, long received)
    {
        var acknowledged = told.OfType<Written>().ToList();
        var failed = told.OfType<Tcp.CommandFailed>().Select(failed => ((Tcp.Write)failed.Cmd).Ack).ToList();
        Check(acknowledged.Concat(failed).Distinct().Count() == acknowledged.Count + failed.Count, "a write was answered twice");
        Check(_writes.Where(acknowledged.Contains).SequenceEqual(acknowledged), "writes were acknowledged out of order");
        if (IsBrokenOff)
            return;
        Check(acknowledged.Count + failed.Count == _writes.Count, "a write was not answered");
        Check(received == acknowledged.Sum(write => (long)write.Bytes), $"{received} bytes arrived, which is not what was acknowledged");
    }

    private void AuditReads(List<object> told)
    {
        var bytes = told.OfType<Tcp.Received>().SelectMany(received => received.Data.ToArray()).ToArray();
        Check(Data.AsSpan().StartsWith(bytes), "bytes came that were not sent");
        var isRead = steps.Contains(TcpStep.PeerSends) && !IsBrokenOff && !steps.Contains(TcpStep.Close);
        var endsBefore = steps.TakeWhile(step => step != TcpStep.PeerSends).Contains(TcpStep.PeerEnds);
        if (isRead && !endsBefore && !DropsReads())
            Check(bytes.Length == Data.Length, $"{bytes.Length} of {Data.Length} bytes were read");
    }

    // What comes when nobody has registered, and the handler has ended its side already, is for nobody.
    private bool DropsReads() =>
        steps.TakeWhile(step => step != TcpStep.Register).Contains(TcpStep.ConfirmedClose) || (!steps.Contains(TcpStep.Register) && steps.Contains(TcpStep.ConfirmedClose));

    private void Check(bool holds, string complaint)
    {
        if (!holds)
            Fail(complaint);
    }

    private void Fail(string complaint) =>
        Assert.Fail($"{string.Join(", ", steps)}: {complaint}. Told: {string.Join(", ", handler.Told)}.");

    private sealed class Written(int bytes) : Tcp.Event
    {
        public int Bytes { get; } = bytes;
    }
}
