using Akka.Actor;

namespace ActorChat.Server.Lifecycle;

/// <summary>The commands of <see cref="ServerActor"/>.</summary>
internal abstract record ServerCommand
{
    private ServerCommand() { }

    /// <summary>Starts the server. Answered by <see cref="ServerEvent.Started"/> or <see cref="ServerEvent.NotStarted"/>.</summary>
    internal sealed record Start : ServerCommand;

    /// <summary>Stops the listeners first, the storage last, within the grace. Answered by <see cref="ServerEvent.Stopped"/>.</summary>
    internal sealed record Stop(TimeSpan Grace) : ServerCommand
    {
        /// <summary>How long finished members wait for the others. The rest of the time is for the notices.</summary>
        public TimeSpan Timeout { get; init; } = Grace / 3;
    }

    /// <summary>Gives an order from the operator's console. Answered by <see cref="ServerEvent.OrderAnswered"/>.</summary>
    /// <param name="Room">The room; empty for the whole server.</param>
    /// <param name="What">The order.</param>
    internal sealed record Order(string Room, ChatCommand.Order What) : ServerCommand;

    /// <summary>Requests reports of all connections. Answered by <see cref="ServerEvent.Describing"/>.</summary>
    internal sealed record Describe(IActorRef To) : ServerCommand;
}
