namespace ActorChat.Tests.Stress;

/// <summary>What happened in one round, or in all of them.</summary>
/// <param name="Messages">Sent.</param>
/// <param name="Actors">Workers that were made.</param>
/// <param name="Restarts">Of workers and supervisors.</param>
/// <param name="Resumes">Workers that failed and went on.</param>
/// <param name="DeadLetters">Messages for actors that had ended.</param>
/// <param name="Ends">Told to watchers.</param>
internal sealed record ActorFigures(long Messages, long Actors, long Restarts, long Resumes, long DeadLetters, long Ends)
{
    /// <summary>Nothing yet.</summary>
    public static ActorFigures None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public static ActorFigures operator +(ActorFigures a, ActorFigures b) => new(
        a.Messages + b.Messages, a.Actors + b.Actors, a.Restarts + b.Restarts, a.Resumes + b.Resumes,
        a.DeadLetters + b.DeadLetters, a.Ends + b.Ends);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Messages:N0} messages, {Actors:N0} actors, {Restarts:N0} restarts, {Resumes:N0} resumes, {DeadLetters:N0} dead letters, {Ends:N0} ends told");
}
