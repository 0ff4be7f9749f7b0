namespace ActorChat.Server.Transport.Liveness;

/// <summary>What TCP says of a connection at one moment.</summary>
/// <param name="IsOpen">Whether there is a connection at all; not after a reset.</param>
/// <param name="LastAck">How long ago the peer last acknowledged anything.</param>
/// <param name="Unanswered">How many retransmissions, or questions whether it is there, it has left unanswered in a row.</param>
/// <param name="Retransmissions">How many there ever were.</param>
internal readonly record struct TcpCounters(bool IsOpen, TimeSpan LastAck, int Unanswered, long Retransmissions);
