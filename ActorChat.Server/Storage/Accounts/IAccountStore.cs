using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage.Accounts;

/// <summary>
/// The tables <c>cuentas</c> and <c>privados</c>: registered nicknames, and private messages for those of them who are away. Synchronous and
/// for one caller at a time. The database decides every race. Reading fails with <see cref="OpenException"/>, writing with
/// <see cref="WriteException"/>: then nothing is changed, as far as the error says so.
/// </summary>
internal interface IAccountStore : IDisposable
{
    /// <summary>The names of all accounts, as shown.</summary>
    IReadOnlyList<string> Names();

    /// <summary>Finds an account by its key; null where there is none.</summary>
    Account? Find(string key);

    /// <summary>Adds an account. False if there is one with its key, or one that looks like it.</summary>
    bool TryAdd(Account account);

    /// <summary>Replaces the hash of the password. False if there is no such account.</summary>
    bool TrySetPassword(string key, string hash);

    /// <summary>Notes a login.</summary>
    /// <param name="key">The account.</param>
    /// <param name="instant">When, in Unix ms.</param>
    /// <param name="hash">A stronger hash of the password; null keeps the one that is there.</param>
    void NoteLogin(string key, long instant, string? hash);

    /// <summary>Removes an account, with what waits for it. False if there is none.</summary>
    bool TryRemove(string key);

    /// <summary>Keeps a private message until its recipient is back.</summary>
    /// <param name="message">The message; its <see cref="WaitingMessage.Id"/> is of no account.</param>
    /// <param name="max">The number of messages that may wait for one recipient.</param>
    /// <param name="since">Messages sent before, in Unix ms, do not count.</param>
    KeepResult Keep(WaitingMessage message, int max, long since);

    /// <summary>The oldest messages that wait for an account, in the order in which they were sent.</summary>
    /// <param name="key">The recipient.</param>
    /// <param name="since">Messages sent before, in Unix ms, are not given.</param>
    /// <param name="count">How many at most.</param>
    IReadOnlyList<WaitingMessage> Waiting(string key, long since, int count);

    /// <summary>Removes messages that were delivered: all up to this one.</summary>
    void RemoveDelivered(string key, long lastId);

    /// <summary>Removes all messages sent before this time, in Unix ms.</summary>
    void RemoveExpired(long before);
}

/// <summary>A registered nickname.</summary>
/// <param name="Key">The name as compared.</param>
/// <param name="Name">The name as shown.</param>
/// <param name="Skeleton">The name as it looks. Two accounts may share it only if both names are ASCII.</param>
/// <param name="Hash">The hash of the password, as a PHC string with its parameters.</param>
/// <param name="CreatedAt">When it was made, in Unix ms.</param>
/// <param name="LastLogin">When its owner was last identified, in Unix ms.</param>
internal sealed record Account(string Key, string Name, string Skeleton, string Hash, long CreatedAt, long LastLogin)
{
    /// <summary>Shows no hash.</summary>
    public override string ToString() => $"Account {{ Key = {Key} }}";
}

/// <summary>A private message that waits.</summary>
/// <param name="Id">Grows with each message.</param>
/// <param name="To">The key of the recipient's account.</param>
/// <param name="From">The sender's nickname.</param>
/// <param name="Instant">When it was sent, in Unix ms.</param>
/// <param name="Text">The text.</param>
internal sealed record WaitingMessage(long Id, string To, string From, long Instant, string Text)
{
    /// <summary>Shows no words of users, nor who writes to whom.</summary>
    public override string ToString() => $"WaitingMessage {{ Id = {Id}, Length = {Text.Length} }}";
}

/// <summary>What became of a message that was to wait.</summary>
internal enum KeepResult
{
    /// <summary>It is on disk.</summary>
    Kept,

    /// <summary>As many as permitted wait for that recipient already.</summary>
    Full,

    /// <summary>There is no such account any more.</summary>
    NoAccount,
}
