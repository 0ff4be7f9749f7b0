namespace ActorChat.Server.Resources;

// Lines of the log. Peers are written as 127.0.0.1:40312. The EndedBy… texts are reasons for ConnectionEnded.
internal sealed partial class Texts
{
    /// <summary>Logged once.</summary>
    public string MetricsNotExported(string endpoint) => Format(nameof(MetricsNotExported), endpoint);

    /// <summary>The peer was gone, and its nickname was reclaimed from the same address.</summary>
    public string EndedAsGhost => Text();

    public string EndedByQuit => Text();
    public string EndedByPeer => Text();

    /// <summary>The confirmation port answers one message, then closes.</summary>
    public string EndedByAnswer => Text();

    public string EndedByAttempts => Text();
    public string EndedWithoutNickname => Text();
    public string EndedWithoutMessage => Text();
    public string EndedByFlood => Text();
    public string EndedBySilence => Text();
    public string EndedByStop => Text();

    /// <summary>Replaces a missing nickname.</summary>
    public string NoNickname => Text();

    public string ConnectionStarted(string peer) => Format(nameof(ConnectionStarted), peer);

    /// <summary>The summary of a connection; <paramref name="messages"/> and <paramref name="bytes"/> count what the peer sent.</summary>
    public string ConnectionEnded(string peer, string? nickname, long messages, long bytes, string reason) =>
        Format(nameof(ConnectionEnded), peer, nickname ?? NoNickname, messages, bytes, reason);

    public string EndedByReset(string why) => Format(nameof(EndedByReset), Reason(why));

    /// <summary>The client speaks another protocol.</summary>
    public string EndedByForeignProtocol(string protocol) => Format(nameof(EndedByForeignProtocol), protocol);

    /// <summary>A fault of the server itself.</summary>
    public string EndedByFailure(string why) => Format(nameof(EndedByFailure), Reason(why));

    /// <summary>A private message to an absent user.</summary>
    public string PrivateToAbsent(string from) => Format(nameof(PrivateToAbsent), from);

    /// <summary>Lost output is counted. Also for <see cref="Error"/>.</summary>
    public string CannotWrite(string place, string why) => Format(nameof(CannotWrite), OneLine(place), Reason(why));

    public string LinesLost(string place, long lines) => Format(nameof(LinesLost), OneLine(place), lines);

    /// <summary>For <see cref="CannotWrite"/>: nobody reads the output.</summary>
    public string OutputBlocked => Text();

    public string StandardOutput => Text();
    public string StandardError => Text();

    /// <summary>The last-seen time of a user was not stored.</summary>
    public string UserNotRecorded(string nick, string why) => Format(nameof(UserNotRecorded), nick, Reason(why));

    public string DatabaseOpened(string path, string sqliteVersion) => Format(nameof(DatabaseOpened), OneLine(path), sqliteVersion);
    public string MessagesDatabaseOpened(string server) => Format(nameof(MessagesDatabaseOpened), OneLine(server));

    /// <summary>The server confirms before its disk has the message; the setting is MySQL's.</summary>
    public string MessagesNotDurable(string server, string setting) => Format(nameof(MessagesNotDurable), OneLine(server), setting);

    /// <summary>The last message of a room is not readable.</summary>
    public string MessagesNotRead(string why) => Format(nameof(MessagesNotRead), Reason(why));

    public string UsersDatabaseOpened(string server) => Format(nameof(UsersDatabaseOpened), OneLine(server));
    public string EndedByEmptyMessage => Text();

    /// <summary>For <see cref="EndedByFailure"/>: the failure is logged already.</summary>
    public string SeeLogAbove => Text();

    /// <summary>The reasons for <see cref="BatchNotStored"/>, <see cref="UsersRetry"/> and refusals.</summary>
    public string DatabaseClosed => Text();

    public string DatabaseFileGone => Text();

    /// <summary>In the database's words.</summary>
    public string TableChanged(string why) => Format(nameof(TableChanged), Reason(why));

    public string DatabaseOpenedAgain => Text();

    /// <summary>For <see cref="UserNotRecorded"/>: the queue is full.</summary>
    public string TooManyUsersWaiting => Text();

    /// <summary>A transaction failed; the senders have been told.</summary>
    public string BatchNotStored(int messages, string why) => Format(nameof(BatchNotStored), messages, Reason(why));

    public string DatabaseRetry(string why, long pauseMilliseconds) => Format(nameof(DatabaseRetry), Reason(why), pauseMilliseconds);

    public string UsersRetry(int users, string why, long pauseMilliseconds) =>
        Format(nameof(UsersRetry), users, Reason(why), pauseMilliseconds);

    public string UsersWrittenAgain => Text();

    /// <summary>Nicknames differ by case only, and the table may not be changed.</summary>
    public string SpellingsNotMerged(string server, string why) => Format(nameof(SpellingsNotMerged), OneLine(server), Reason(why));

    /// <summary>At the stop, with the names of the users.</summary>
    public string UsersLost(int users, string why, string nicknames) => Format(nameof(UsersLost), users, Reason(why), nicknames);

    /// <summary>For <see cref="UsersLost"/>.</summary>
    public string NoAnswerInTime => Text();

    /// <summary>Disconnects a client that has read nothing for so long.</summary>
    public string SlowReader(string peer, string? nickname, long seconds) => Format(nameof(SlowReader), peer, nickname ?? NoNickname, seconds);

    /// <summary>Disconnects a client whose send queue is full.</summary>
    public string QueueOverflow(string peer, string? nickname, int bytes) =>
        Format(nameof(QueueOverflow), peer, nickname ?? NoNickname, bytes);

    public string EndedByQueueOverflow(int bytes) => Format(nameof(EndedByQueueOverflow), bytes);
    public string EndedBySlowReader(long seconds) => Format(nameof(EndedBySlowReader), seconds);

    /// <summary><paramref name="limit"/> is the key under <c>actorchat.limits</c>.</summary>
    public string LimitReached(string limit, string peer, string? nickname) => Format(nameof(LimitReached), limit, peer, nickname ?? NoNickname);

    /// <summary>Appends the number of suppressed lines.</summary>
    public string AndNotLogged(string line, long leftOut) => leftOut == 0 ? line : Format(nameof(AndNotLogged), line, leftOut);

    public string AcceptFails(string endPoint, long retries) => Format(nameof(AcceptFails), endPoint, retries);

    /// <summary>An error closed a port; it reopens after so many seconds.</summary>
    public string PortLost(string endPoint, long seconds) => Format(nameof(PortLost), endPoint, seconds);

    public string PortReopened(string endPoint) => Format(nameof(PortReopened), endPoint);
}
