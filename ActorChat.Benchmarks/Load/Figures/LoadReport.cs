namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>What a run found out: with <c>--json</c> these names, beginning small, are the object's; what does not apply is left out.</summary>
/// <param name="Kind"><c>say</c>, <c>logins</c>, <c>idle</c> or <c>confirm</c>.</param>
/// <param name="Server">HOST:PORT, as it was given.</param>
/// <param name="Logins">The members' logins; not for the confirmation port.</param>
/// <param name="Deliveries">For <c>say</c>.</param>
/// <param name="Confirmations">For <c>confirm</c>.</param>
/// <param name="Process">The server's process, where <c>--pid</c> names it.</param>
/// <param name="GeneratorBusy">The part of one processor that the generator used while it measured: near 1 it was the limit itself.</param>
/// <param name="Notices">What the server said besides: the first few different lines, with their numbers.</param>
/// <param name="OtherNotices">How many lines were none of these.</param>
internal sealed record LoadReport(
    string Kind,
    string Server,
    LoginFigures? Logins,
    DeliveryFigures? Deliveries,
    ConfirmationFigures? Confirmations,
    ServerFigures? Process,
    double GeneratorBusy,
    IReadOnlyDictionary<string, long> Notices,
    long OtherNotices)
{
    /// <summary>Whether all arrived, once and in order.</summary>
    public bool Fine => Deliveries is not { Fine: false } && Confirmations is not { Fine: false } && Logins is not { Disconnected: > 0 };
}
