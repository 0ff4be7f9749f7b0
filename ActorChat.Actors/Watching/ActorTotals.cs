namespace ActorChat.Actors.Watching;

/// <summary>What the actors of one type have done since their system began, and how many of them there are.</summary>
/// <param name="Live">Those alive.</param>
/// <param name="Waiting">The user messages in the mailboxes of those alive.</param>
/// <param name="Processed">The user messages taken up, by the living and the dead.</param>
/// <param name="Restarts">The restarts, of the living and the dead.</param>
internal readonly record struct ActorTotals(long Live, long Waiting, long Processed, long Restarts)
{
    public static ActorTotals operator +(ActorTotals left, ActorTotals right) => new(
        left.Live + right.Live, left.Waiting + right.Waiting, left.Processed + right.Processed, left.Restarts + right.Restarts);
}
