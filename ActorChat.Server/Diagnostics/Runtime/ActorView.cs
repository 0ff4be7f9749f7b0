namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>
/// One actor at one moment, and what is below it. Read while the actors go on: every number is right by itself, but two of them may
/// be a message apart.
/// </summary>
/// <param name="Name">The last part of its path; not used for the root.</param>
/// <param name="Type">The name of its type.</param>
/// <param name="State">What it is up to.</param>
/// <param name="Waiting">The messages in its mailbox, the one in work included.</param>
/// <param name="Processed">The messages that it has taken up; null where its mailbox does not count.</param>
/// <param name="Restarts">How often it was restarted; null likewise.</param>
/// <param name="Age">How long ago it was made; null likewise.</param>
/// <param name="Busy">The time it has worked on messages, as far as that was measured.</param>
/// <param name="InWork">The type of the message in work; null while there is none.</param>
/// <param name="Children">The actors below it, in no particular order.</param>
internal sealed record ActorView(
    string Name,
    string Type,
    ActorState State,
    int Waiting,
    long? Processed,
    int? Restarts,
    TimeSpan? Age,
    TimeSpan Busy,
    string? InWork,
    IReadOnlyList<ActorView> Children)
{
    /// <summary>It and all that is below it, each with its path.</summary>
    public IEnumerable<(string Path, ActorView Actor)> WithPaths()
    {
        var waiting = new Stack<(string Path, ActorView Actor)>([("/", this)]);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            foreach (var child in next.Actor.Children)
                waiting.Push(($"{next.Path.TrimEnd('/')}/{child.Name}", child));
        }
    }
}
