namespace ActorChat.Client.Rooms;

/// <summary>A room that the user is in, and what is known of its history.</summary>
internal sealed class JoinedRoom(string name)
{
    public string Name => name;

    public Timeline<ServerLine.Public> Timeline { get; } = new();

    /// <summary>The lowest number that the user has seen; null: none yet.</summary>
    public long? Oldest { get; private set; }

    /// <summary>Whether there is nothing before <see cref="Oldest"/>.</summary>
    public bool IsAtBeginning { get; set; }

    public void See(long number) => Oldest = Math.Min(Oldest ?? long.MaxValue, number);
}
