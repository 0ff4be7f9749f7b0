using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Diagnostics;

/// <summary>What connections said when they were asked.</summary>
/// <param name="Connections">Those that answered, in no particular order.</param>
/// <param name="Silent">How many did not: they ended meanwhile, or have a lot to do.</param>
internal sealed record ConnectionsSnapshot(IReadOnlyList<ConnectionReport> Connections, int Silent);
