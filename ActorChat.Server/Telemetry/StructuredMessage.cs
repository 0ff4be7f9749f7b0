using Akka.Event;

namespace ActorChat.Server.Telemetry;

/// <summary>A log line with fields, which the JSON log writes as properties.</summary>
/// <param name="text">The line for people.</param>
/// <param name="fields">Names and values for programs; a missing value is null.</param>
internal sealed class StructuredMessage(string text, params IReadOnlyList<(string Name, object? Value)> fields)
    : LogMessage(DefaultLogMessageFormatter.Instance, text)
{
    /// <summary>The peer's address.</summary>
    public const string Address = "Address";

    /// <summary>The actor of the connection, with its listener.</summary>
    public const string Connection = "Connection";

    public const string Nickname = "Nickname";

    public const string Reason = "Reason";

    public IReadOnlyList<(string Name, object? Value)> Fields => fields;

    public override string Unformatted() => Format;

    public override IEnumerable<object> Parameters() => fields.Select(field => field.Value ?? "");

    public override string ToString() => Format;
}
