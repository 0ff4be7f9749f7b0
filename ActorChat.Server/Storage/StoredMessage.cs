namespace ActorChat.Server.Storage;

/// <summary>A message that is on disk.</summary>
/// <param name="Request">The command that asked for it.</param>
/// <param name="Id">Its place in the one order of all messages.</param>
/// <param name="SentAt">Local time, as it stands in <c>fecha_envio</c>.</param>
internal readonly record struct StoredMessage(PersistenceCommand.Store Request, long Id, DateTime SentAt);
