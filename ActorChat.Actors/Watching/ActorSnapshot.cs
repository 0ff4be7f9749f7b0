namespace ActorChat.Actors.Watching;

/// <summary>
/// One actor at one moment, and what is below it. Read while the actors go on: every number is right by itself, but two of them may
/// be a message apart.
/// </summary>
/// <param name="Name">The last part of its path; empty for the root.</param>
/// <param name="Uid">Tells it from every other actor that its system ever had; 0 for the root.</param>
/// <param name="Type">The type of its instance.</param>
/// <param name="State">What it is up to.</param>
/// <param name="Waiting">The user messages in its mailbox, the one in work included.</param>
/// <param name="Processed">The user messages that it has taken up, in all its incarnations.</param>
/// <param name="Restarts">How often it was restarted.</param>
/// <param name="Age">How long ago it was made; a restart does not make it younger.</param>
/// <param name="Busy">The time it has worked on messages, as far as that was measured: see <see cref="RuntimeMeter.MeasureProcessing"/>.</param>
/// <param name="InWork">The type of the message in work; null while there is none.</param>
/// <param name="Children">The actors below it, in no particular order.</param>
public sealed record ActorSnapshot(
    string Name,
    long Uid,
    Type Type,
    ActorState State,
    int Waiting,
    long Processed,
    int Restarts,
    TimeSpan Age,
    TimeSpan Busy,
    Type? InWork,
    IReadOnlyList<ActorSnapshot> Children);
