using ActorChat.Server.Output;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace ActorChat.Server.Logging;

/// <summary>Hands events to a writer, which never holds up the log.</summary>
/// <param name="formatter">Makes an entry of an event.</param>
/// <param name="writer">Writes it.</param>
/// <param name="endLimit">How long the end waits for what is to be written; null for a writer that goes on.</param>
internal sealed class BackgroundSink(ITextFormatter formatter, BackgroundWriter writer, TimeSpan? endLimit = null) : ILogEventSink, IDisposable
{
    /// <inheritdoc/>
    public void Emit(LogEvent logEvent) => writer.Write(LogEntries.Render(logEvent, formatter));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (endLimit is { } limit)
            writer.Complete(limit);
    }
}
