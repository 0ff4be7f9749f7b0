using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace ActorChat.Server.Logging;

/// <summary>One JSON object a line for an event. Whoever shows the file on a terminal is not steered by it: what is harmful is escaped.</summary>
internal sealed class JsonLineFormatter : ITextFormatter
{
    private readonly JsonFormatter _json = new(closingDelimiter: "", renderMessage: true);

    /// <inheritdoc/>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter();
        _json.Format(logEvent, line);

        // Such characters stand in JSON's strings only, where an escape means the same.
        output.Write(VisibleText.Of(line.ToString()));
        output.Write('\n');
    }
}
