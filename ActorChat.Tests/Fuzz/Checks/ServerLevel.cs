namespace ActorChat.Tests.Fuzz.Checks;

/// <summary>What a server has in use, as an operator sees it from the outside.</summary>
/// <param name="Actors">Rows of the tree in its own report (SIGQUIT), those of its parts and of the runtime included.</param>
/// <param name="Connections">Chat connections, of the same report.</param>
/// <param name="Descriptors">Open files and sockets.</param>
/// <param name="Resident">Bytes of its memory in RAM.</param>
internal sealed record ServerLevel(int Actors, int Connections, int Descriptors, long Resident)
{
    /// <summary>Whether nothing is left over that was not there at a time before; memory, which comes back late or never, apart.</summary>
    public bool IsBackAt(ServerLevel before) =>
        Actors <= before.Actors && Connections <= before.Connections && Descriptors <= before.Descriptors;

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Actors} actors, {Connections} chat connections, {Descriptors} descriptors, {Resident / 1e6:N0} MB resident");
}
