using System.Net;

namespace ActorChat.Server.Transport.Admission;

/// <summary>Somebody who may come in, now or in a moment.</summary>
/// <param name="Start">The connection.</param>
/// <param name="CountedAs">For <see cref="ConnectionLimiter.Release"/> when it ends; null when its address is not counted.</param>
internal readonly record struct PendingConnection(AcceptedConnection Start, IPAddress? CountedAs);
