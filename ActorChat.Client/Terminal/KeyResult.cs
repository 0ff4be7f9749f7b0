using ActorChat.Client.Input;
using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Client.Terminal;

/// <summary>What a key leads to, beyond the line that is being typed.</summary>
/// <param name="Above">Whole lines to be shown above it, each ended by <c>\n</c>; may be empty.</param>
/// <param name="Entries">What the session gets to read, in this order.</param>
/// <param name="Effect">What the editor has made of the key.</param>
/// <param name="Rings">Whether the bell is to be rung.</param>
internal sealed record KeyResult(string Above, IReadOnlyList<InputLine> Entries, Effect Effect, bool Rings);
