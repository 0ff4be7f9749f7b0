using ActorChat.Server.Transport;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// Decides when the members of a room are probed: some time after something was written, and after so many bytes at most, so that a slow reader
/// is seen to get on.
/// </summary>
/// <param name="interval">The longest time from a write to the check.</param>
/// <param name="clock">The clock.</param>
/// <param name="room">Told <see cref="Due"/>.</param>
internal sealed class ReaderChecks(TimeSpan interval, TimeProvider clock, IActorRef room)
{
    private const int BytesPerCheck = 128 * 1024;

    private ActorTimer _timer;
    private int _bytes;

    /// <summary>Whether so much was written that the check is due at once.</summary>
    public bool IsDueByBytes => _bytes >= BytesPerCheck;

    /// <summary>Something was written; to be called once for all who got it.</summary>
    public void OnWritten(Tcp.Write? write)
    {
        if (write is null)
            return;
        _bytes += write.Data.Count;
        if (!_timer.IsOn)
            _timer.Set(clock.Now() + interval, clock, room, Due.Instance);
    }

    /// <summary>A check is made.</summary>
    public void Restart()
    {
        Stop();
        _bytes = 0;
    }

    /// <summary>Turns the timer off.</summary>
    public void Stop() => _timer.Off();

    /// <summary>The time for a check has come.</summary>
    internal sealed class Due : INoSerializationVerificationNeeded
    {
        public static readonly Due Instance = new();
    }
}
