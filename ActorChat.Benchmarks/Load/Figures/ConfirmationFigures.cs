namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>Messages to the confirmation port.</summary>
/// <param name="Clients">At a time.</param>
/// <param name="Size">Bytes of each message.</param>
/// <param name="Seconds">What was measured.</param>
/// <param name="Sent">Messages sent, warm-up included.</param>
/// <param name="Count">Confirmed while it was measured.</param>
/// <param name="PerSecond">The same, for one second.</param>
/// <param name="Delay">From connecting to the confirmation.</param>
/// <param name="Refused">Answered, but not confirmed.</param>
/// <param name="Lost">Not answered.</param>
internal sealed record ConfirmationFigures(int Clients, int Size, double Seconds, long Sent, long Count, double PerSecond, Delays Delay, long Refused, long Lost)
{
    /// <summary>Whether all were confirmed.</summary>
    public bool Fine => (Refused, Lost) is (0, 0);
}
