using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs the first dead letters, then keeps quiet for a while, as <c>akka.log-dead-letters</c> says.</summary>
internal sealed class DeadLetterListener : ReceiveActor, IWithTimers
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Settings _settings = Context.System.Settings;
    private int _count;

    public DeadLetterListener()
    {
        Receive<DeadLetter>(Log);
        Receive<SpeakAgain>(_ => _count = 0);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private void Log(DeadLetter letter)
    {
        if (Timers.IsTimerActive(typeof(SpeakAgain)))
            return;
        _count++;
        var quiet = _count >= _settings.LogDeadLetters;
        _log.Info(
            "Message [{0}] from {1} to {2} was not delivered. [{3}] dead letters encountered{4}.",
            letter.Message.GetType().Name,
            letter.Sender,
            letter.Recipient,
            _count,
            quiet ? $", no more dead letters will be logged in next [{_settings.LogDeadLettersSuspendDuration}]" : string.Empty);
        if (quiet)
            Timers.StartSingleTimer(typeof(SpeakAgain), SpeakAgain.Instance, _settings.LogDeadLettersSuspendDuration);
    }

    private sealed class SpeakAgain
    {
        public static readonly SpeakAgain Instance = new();
    }
}
