using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using Akka.Event;

namespace ActorChat.Server.Storage.Errors;

/// <summary>Logs refused messages, a line a minute for each kind of error: on a full disk every message would have one.</summary>
internal sealed class WriteErrorLog(ILoggingAdapter log, Texts texts, TimeProvider clock)
{
    private readonly LogThrottle[] _throttles = new LogThrottle[Enum.GetValues<WriteError>().Length];

    /// <summary>
    /// Logs that so many messages are refused; 0 for what is known of a room. A taken number is no trouble of the operator's: the room looks
    /// anew.
    /// </summary>
    public void Write(WriteException failure, int messages)
    {
        if (failure.Error == WriteError.NumberTaken || !_throttles[(int)failure.Error].TryPass(clock.GetElapsedTime(0), out var leftOut))
            return;
        var reason = failure.Describe(texts);
        log.Log(LogLevel.ErrorLevel, cause: null, new StructuredMessage(
            texts.AndNotLogged(messages == 0 ? texts.RoomNotSaved(reason) : texts.BatchNotStored(messages, reason), leftOut),
            ("Messages", messages),
            (StructuredMessage.Reason, reason),
            (LogThrottle.LeftOut, leftOut)));
    }
}
