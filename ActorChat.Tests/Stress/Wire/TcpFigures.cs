namespace ActorChat.Tests.Stress.Wire;

/// <summary>What happened in one round, or in all of them.</summary>
/// <param name="Connections">Made.</param>
/// <param name="Bytes">Received, and found to be the right ones.</param>
/// <param name="Acknowledgements">Of writes.</param>
/// <param name="Failures">Writes answered with CommandFailed.</param>
/// <param name="Ends">How often handlers were told which end.</param>
internal sealed record TcpFigures(long Connections, long Bytes, long Acknowledgements, long Failures, IReadOnlyDictionary<string, long> Ends)
{
    /// <summary>Nothing yet.</summary>
    public static TcpFigures None { get; } = new(0, 0, 0, 0, new Dictionary<string, long>());

    /// <summary>Both together.</summary>
    public static TcpFigures operator +(TcpFigures a, TcpFigures b) => new(
        a.Connections + b.Connections, a.Bytes + b.Bytes, a.Acknowledgements + b.Acknowledgements, a.Failures + b.Failures,
        a.Ends.Concat(b.Ends).GroupBy(end => end.Key).ToDictionary(group => group.Key, group => group.Sum(end => end.Value)));

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Connections:N0} connections, {Bytes:N0} bytes, {Acknowledgements:N0} acknowledgements, {Failures:N0} failed writes, ends: {string.Join(", ", Ends.OrderBy(end => end.Key).Select(end => $"{end.Key} {end.Value}"))}");
}
