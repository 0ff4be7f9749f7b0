using ActorChat.Server.Transport;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// Decides when the readers of a room are probed: some time after a write, or after a number of bytes. Frequent probes let a slow reader
/// show progress.
/// </summary>
/// <param name="interval">The longest time from a write to the check.</param>
/// <param name="clock">The clock.</param>
/// <param name="room">Receives <see cref="Due"/>.</param>
internal sealed class ReaderChecks(TimeSpan interval, TimeProvider clock, IActorRef room)
{
    private const int BytesPerCheck = 128 * 1024;

    private ActorTimer _timer;
    private int _bytes;

    /// <summary>Whether enough was written to check now.</summary>
    public bool IsDueByBytes => _bytes >= BytesPerCheck;

    /// <summary>Counts a write; call once per audience, not per member.</summary>
    public void OnWritten(Tcp.Write? write)
    {
        if (write is null)
            return;
        _bytes += write.Data.Count;
        if (!_timer.IsOn)
            _timer.Set(clock.Now() + interval, clock, room, Due.Instance);
    }

    /// <summary>Starts counting anew after a check.</summary>
    public void Restart()
    {
        Stop();
        _bytes = 0;
    }

    public void Stop() => _timer.Off();

    /// <summary>The check is due.</summary>
    internal sealed class Due : INoSerializationVerificationNeeded
    {
        public static readonly Due Instance = new();
    }
}
