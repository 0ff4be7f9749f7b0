using ActorChat.Server.Output;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace ActorChat.Server.Logging;

/// <summary>Writes one JSON object a line, safe to show on a terminal: harmful characters are escaped.</summary>
internal sealed class JsonLineFormatter : ITextFormatter
{
    private readonly JsonFormatter _json = new(closingDelimiter: "", renderMessage: true);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter();
        _json.Format(logEvent, line);

        // Safe for JSON: harmful characters occur only inside strings, where an escape is equivalent.
        output.Write(VisibleText.Escape(line.ToString()));
        output.Write('\n');
    }
}
