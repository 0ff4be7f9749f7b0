namespace ActorChat.Benchmarks.Load.Runs.Clients;

/// <summary>Hears what the members of a <see cref="Crowd"/> read once they are in.</summary>
internal interface IEar
{
    /// <summary>A member has read a line.</summary>
    /// <param name="member">Its number.</param>
    /// <param name="line">Without its line end.</param>
    /// <param name="now">When, in stopwatch ticks.</param>
    void Hear(int member, ReadOnlySpan<byte> line, long now);

    /// <summary>The server has closed a member's connection.</summary>
    void Gone(int member);
}
