using System.Threading.Channels;
using Serilog.Core;
using Serilog.Events;

namespace ActorChat.Tests.Logging;

/// <summary>Keeps what is logged, for tests to wait for.</summary>
internal sealed class RecordingSink : ILogEventSink
{
    private readonly Channel<LogEvent> _events = Channel.CreateUnbounded<LogEvent>();

    public void Emit(LogEvent logEvent) => _events.Writer.TryWrite(logEvent);

    /// <summary>The next event; waits for it.</summary>
    public async Task<LogEvent> NextAsync() => await _events.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
}
