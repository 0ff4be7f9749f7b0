using System.Net;

namespace ActorChat.Server.Net.Doors;

/// <summary>Somebody who may come in, now or in a moment.</summary>
/// <param name="Start">The connection.</param>
/// <param name="CountedAs">For <see cref="Door.Leave"/> when it ends; null when its address is not counted.</param>
internal readonly record struct Newcomer(ConnectionStart Start, IPAddress? CountedAs);
