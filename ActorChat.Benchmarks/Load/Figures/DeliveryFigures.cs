namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>Messages, and their deliveries: each message has one for every member of its room but its sender.</summary>
/// <param name="Members">Those that read.</param>
/// <param name="Rooms">The rooms among which they were dealt.</param>
/// <param name="Senders">How many of them spoke.</param>
/// <param name="Outstanding">As asked for; none with a rate.</param>
/// <param name="Rate">As asked for, messages a second; none without.</param>
/// <param name="Size">Bytes of each message, without nickname and line end.</param>
/// <param name="Seconds">What was measured.</param>
/// <param name="Sent">Messages sent, warm-up included.</param>
/// <param name="MessagesPerSecond">Sent while it was measured.</param>
/// <param name="Count">Deliveries while it was measured.</param>
/// <param name="PerSecond">The same, for one second.</param>
/// <param name="Delay">From the sending (with a rate: from when it was due) to the reading, of each delivery.</param>
/// <param name="Lost">Deliveries that never came, to members who were there all the time.</param>
/// <param name="Reordered">Those that came after a later one of the same sender.</param>
/// <param name="Doubled">Those that came again.</param>
/// <param name="Orders">
/// How many different orders of all its messages the silent members of one room saw, at most. It is 1 where they agree, and 0 where there
/// are none.
/// </param>
/// <param name="GaveUp">How often a sender went on because a message had not reached everybody for too long (<c>--patience</c>).</param>
/// <param name="Disconnected">Reading members that the server closed.</param>
/// <param name="Stalled">Members that never read.</param>
/// <param name="StalledClosed">How many of them the server closed.</param>
internal sealed record DeliveryFigures(
    int Members,
    int Rooms,
    int Senders,
    int? Outstanding,
    double? Rate,
    int Size,
    double Seconds,
    long Sent,
    double MessagesPerSecond,
    long Count,
    double PerSecond,
    Delays Delay,
    long Lost,
    long Reordered,
    long Doubled,
    int Orders,
    int GaveUp,
    int Disconnected,
    int Stalled,
    int StalledClosed)
{
    /// <summary>Whether all arrived, once and in order.</summary>
    public bool Fine => (Lost, Reordered, Doubled, GaveUp, Disconnected) is (0, 0, 0, 0, 0) && Orders <= 1;
}
