using System.Threading.Channels;

namespace ActorChat.Tests.Faults.Links;

/// <summary>One direction of a link: bytes go in at one socket, and come out at the other, in order, when their time has come.</summary>
internal sealed class FaultyDirection(Socket from, Socket to, LinkFaults faults, Random random, Gate gate)
{
    // The payload of an Ethernet frame.
    private const int Segment = 1448;

    // What the way itself holds; beyond that the sender waits, as it would for a window.
    private readonly Channel<(byte[] Bytes, long Due)> _way = Channel.CreateBounded<(byte[], long)>(16 * 1024);

    private long _lastDue;

    public int Lost { get; private set; }

    /// <summary>Carries until the sending side ends, which the other side is then told.</summary>
    public Task RunAsync() => Task.WhenAll(TakeAsync(), GiveAsync());

    private async Task TakeAsync()
    {
        try
        {
            var buffer = new byte[64 * 1024];
            for (int count; (count = await from.ReceiveAsync(buffer)) > 0;)
            {
                await gate.PassAsync();
                foreach (var segment in buffer.AsMemory(0, count).ToArray().Chunk(faults.IsByteByByte ? 1 : Segment))
                    await _way.Writer.WriteAsync((segment, Due()));
            }
        }
        finally
        {
            _way.Writer.Complete();
        }
    }

    private long Due()
    {
        var due = Environment.TickCount64 + (long)faults.Delay.TotalMilliseconds;
        if (faults.Loss > 0 && random.NextDouble() < faults.Loss)
        {
            Lost++;
            due = Math.Max(due, _lastDue) + (long)faults.Retransmission.TotalMilliseconds;
        }

        return _lastDue = Math.Max(due, _lastDue);
    }

    private async Task GiveAsync()
    {
        await foreach (var (bytes, due) in _way.Reader.ReadAllAsync())
        {
            var wait = due - Environment.TickCount64;
            if (wait > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(wait));
            await gate.PassAsync();
            for (var rest = bytes.AsMemory(); !rest.IsEmpty;)
                rest = rest[await to.SendAsync(rest)..];
        }

        to.Shutdown(SocketShutdown.Send);
    }
}
