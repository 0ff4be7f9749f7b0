namespace ActorChat.Benchmarks.Durable;

/// <summary>What <see cref="LoadActor"/> and <see cref="SenderActor"/> are told.</summary>
internal abstract record LoadCommand
{
    private LoadCommand()
    {
    }

    /// <summary>To the load: open the database. Answered by <see cref="Ready"/>.</summary>
    internal sealed record Open : LoadCommand;

    /// <summary>The database is open.</summary>
    internal sealed record Ready : LoadCommand;

    /// <summary>To the load, when it is ready: have so many send for so long. Answered by a <see cref="Slice"/>.</summary>
    internal sealed record Measure(int Senders, TimeSpan Length) : LoadCommand;

    /// <summary>To a sender: send until then.</summary>
    /// <param name="End">A <see cref="System.Diagnostics.Stopwatch"/> timestamp.</param>
    internal sealed record Send(long End) : LoadCommand;

    /// <summary>A sender has stopped.</summary>
    /// <param name="Waits">For each message the time until its confirmation, in stopwatch ticks.</param>
    internal sealed record Sent(List<long> Waits) : LoadCommand;

    /// <summary>To the load: close the database. Answered by <see cref="Closed"/>.</summary>
    internal sealed record Close : LoadCommand;

    /// <summary>All is closed.</summary>
    internal sealed record Closed : LoadCommand;
}
