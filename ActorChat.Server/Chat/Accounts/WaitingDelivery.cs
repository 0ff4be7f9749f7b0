using ActorChat.Server.Chat.Connections;
using ActorChat.Server.Storage.Accounts;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat.Accounts;

/// <summary>
/// Delivers the private messages that were kept for a user who was away, a page at a time. A page is removed from the storage when the socket
/// has taken it: whatever ends the server or the connection before, it is delivered again.
/// </summary>
internal static class WaitingDelivery
{
    /// <summary>Asks for the first page, if the user is identified.</summary>
    public static void Begin(ClientSession session)
    {
        if (session.Account is { } account)
            Ask(session, account, delivered: 0);
    }

    /// <summary>Writes a page, followed by a mark that comes back when the socket has taken it.</summary>
    public static void Write(ClientSession session, WaitingMessage[] page)
    {
        if (page.Length == 0)
            return;
        session.Connection.Send([.. page.SelectMany(message =>
            session.Write(new ChatEvent.PrivateReceived(message.From, message.Text) { Instant = message.Instant }))]);
        session.Connection.Socket.Tell(Tcp.Write.Create(ByteString.Empty, new Taken(page[^1])), session.Self);
    }

    /// <summary>Has a page removed that the socket has taken, and asks for the next.</summary>
    public static void OnTaken(ClientSession session, Taken taken) => Ask(session, taken.Last.To, taken.Last.Id);

    private static void Ask(ClientSession session, string account, long delivered) =>
        session.Context.Persistence.Tell(new AccountStoreCommand.ReadWaiting(account, delivered, session.Self));

    /// <summary>The socket has taken a page.</summary>
    internal sealed class Taken(WaitingMessage last) : Tcp.Event
    {
        public WaitingMessage Last => last;
    }
}
