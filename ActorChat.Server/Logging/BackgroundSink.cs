using ActorChat.Server.Output;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace ActorChat.Server.Logging;

/// <summary>Passes events to a background writer, which never blocks the log.</summary>
/// <param name="formatter">Renders the events.</param>
/// <param name="writer">Receives the text.</param>
/// <param name="endTimeout">How long disposing waits for the writer's queue; null leaves the writer open.</param>
internal sealed class BackgroundSink(ITextFormatter formatter, BackgroundWriter writer, TimeSpan? endTimeout = null) : ILogEventSink, IDisposable
{
    public void Emit(LogEvent logEvent) => writer.Write(LogEntries.Render(logEvent, formatter));

    public void Dispose()
    {
        if (endTimeout is { } timeout)
            writer.Complete(timeout);
    }
}
