using Akka.Event;

namespace ActorChat.Server.Telemetry;

/// <summary>A line of the log for people, with what it is about for programs: the JSON log has it as properties.</summary>
/// <param name="text">The line.</param>
/// <param name="fields">Names and values; null for what there is not.</param>
internal sealed class StructuredMessage(string text, params IReadOnlyList<(string Name, object? Value)> fields)
    : LogMessage(DefaultLogMessageFormatter.Instance, text)
{
    /// <summary>Where somebody connected from, as the line has it.</summary>
    public const string Address = "Address";

    /// <summary>A connection's actor, with its listener.</summary>
    public const string Connection = "Connection";

    /// <summary>A nickname.</summary>
    public const string Nickname = "Nickname";

    /// <summary>Why, in the words of the line.</summary>
    public const string Reason = "Reason";

    /// <summary>The fields.</summary>
    public IReadOnlyList<(string Name, object? Value)> Fields => fields;

    /// <inheritdoc/>
    public override string Unformatted() => Format;

    /// <inheritdoc/>
    public override IEnumerable<object> Parameters() => fields.Select(field => field.Value ?? "");

    /// <inheritdoc/>
    public override string ToString() => Format;
}
