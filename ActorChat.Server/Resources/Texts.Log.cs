namespace ActorChat.Server.Resources;

// What the log tells the operator. Peers are written as 127.0.0.1:40312.
internal sealed partial class Texts
{
    /// <summary>Metrics could not be exported; said once.</summary>
    public string MetricsNotExported(string endpoint) => Format(nameof(MetricsNotExported), endpoint);

    /// <summary>For <see cref="ConnectionEnded"/>: the peer was gone, and somebody came back from its address for its nickname.</summary>
    public string EndedAsGhost => Text();

    /// <summary>For <see cref="ConnectionEnded"/>: the user typed <c>/salir</c>.</summary>
    public string EndedByQuit => Text();

    /// <summary>For <see cref="ConnectionEnded"/>: the peer closed.</summary>
    public string EndedByPeer => Text();

    /// <summary>For <see cref="ConnectionEnded"/>: the message was answered, which is all that the confirmation port does.</summary>
    public string EndedByAnswer => Text();

    /// <summary>For <see cref="ConnectionEnded"/>: too many nicknames were refused.</summary>
    public string EndedByAttempts => Text();

    /// <summary>For <see cref="ConnectionEnded"/>: no nickname came in time.</summary>
    public string EndedWithoutNickname => Text();

    /// <summary>For <see cref="ConnectionEnded"/>: no message came in time.</summary>
    public string EndedWithoutMessage => Text();

    /// <summary>For <see cref="ConnectionEnded"/>: messages came too fast for too long.</summary>
    public string EndedByFlood => Text();

    /// <summary>For <see cref="ConnectionEnded"/>: the peer said nothing for too long.</summary>
    public string EndedBySilence => Text();

    /// <summary>For <see cref="ConnectionEnded"/>: the server stops.</summary>
    public string EndedByStop => Text();

    /// <summary>In <see cref="ConnectionEnded"/>, the place of a nickname that was never given.</summary>
    public string NoNickname => Text();

    /// <summary>A connection was accepted.</summary>
    public string ConnectionStarted(string peer) => Format(nameof(ConnectionStarted), peer);

    /// <summary>The whole story of a connection, in one line.</summary>
    /// <param name="peer">The peer's address.</param>
    /// <param name="nickname">Its nickname; null when it had none.</param>
    /// <param name="messages">How many messages it sent.</param>
    /// <param name="bytes">How many bytes it sent.</param>
    /// <param name="reason">Why it ended: one of the <c>EndedBy…</c> texts.</param>
    public string ConnectionEnded(string peer, string? nickname, long messages, long bytes, string reason) =>
        Format(nameof(ConnectionEnded), peer, nickname ?? NoNickname, messages, bytes, reason);

    /// <summary>For <see cref="ConnectionEnded"/>: the connection broke, with the system's reason.</summary>
    public string EndedByReset(string why) => Format(nameof(EndedByReset), Reason(why));

    /// <summary>For <see cref="ConnectionEnded"/>: the client took the port for another service.</summary>
    public string EndedByForeignProtocol(string protocol) => Format(nameof(EndedByForeignProtocol), protocol);

    /// <summary>For <see cref="ConnectionEnded"/>: a fault of the server itself.</summary>
    public string EndedByFailure(string why) => Format(nameof(EndedByFailure), Reason(why));

    /// <summary>A private message had nobody to go to.</summary>
    public string PrivateToAbsent(string from) => Format(nameof(PrivateToAbsent), from);

    /// <summary>An output cannot be written; what is lost is counted. For <see cref="Error"/> too.</summary>
    public string CannotWrite(string place, string why) => Format(nameof(CannotWrite), OneLine(place), Reason(why));

    /// <summary>So many lines of the log are missing in an output.</summary>
    public string LinesLost(string place, long lines) => Format(nameof(LinesLost), OneLine(place), lines);

    /// <summary>For <see cref="CannotWrite"/>: nobody reads what is written.</summary>
    public string TakesNothing => Text();

    /// <summary>For <see cref="CannotWrite"/>.</summary>
    public string StandardOutput => Text();

    /// <summary>For <see cref="LinesLost"/>.</summary>
    public string StandardError => Text();

    /// <summary>The users' table refused to note who was seen.</summary>
    public string UserNotRecorded(string nick, string why) => Format(nameof(UserNotRecorded), nick, Reason(why));

    /// <summary>The database is open; says which SQLite serves.</summary>
    public string DatabaseOpened(string path, string sqliteVersion) => Format(nameof(DatabaseOpened), OneLine(path), sqliteVersion);

    /// <summary>The messages are kept on a database server, and it has answered.</summary>
    public string MessagesDatabaseOpened(string server) => Format(nameof(MessagesDatabaseOpened), OneLine(server));

    /// <summary>The messages' database server confirms what its disk does not have yet; the setting is its own.</summary>
    public string MessagesNotDurable(string server, string setting) => Format(nameof(MessagesNotDurable), OneLine(server), setting);

    /// <summary>A room's last message cannot be read, with the reason.</summary>
    public string MessagesNotRead(string why) => Format(nameof(MessagesNotRead), Reason(why));

    /// <summary>The users are kept on a database server, and it has answered.</summary>
    public string UsersDatabaseOpened(string server) => Format(nameof(UsersDatabaseOpened), OneLine(server));

    /// <summary>For <see cref="ConnectionEnded"/>: the message was empty.</summary>
    public string EndedByEmptyMessage => Text();

    /// <summary>For <see cref="EndedByFailure"/>: the failure itself stands in the log already.</summary>
    public string SeeLogAbove => Text();

    /// <summary>For <see cref="BatchNotStored"/> and refusals: there is no open database.</summary>
    public string DatabaseClosed => Text();

    /// <summary>For <see cref="BatchNotStored"/> and refusals: the file is not where it was.</summary>
    public string DatabaseFileGone => Text();

    /// <summary>For <see cref="BatchNotStored"/> and <see cref="UsersRetry"/>: a table is gone, or not as it was; in the database's words.</summary>
    public string TableChanged(string why) => Format(nameof(TableChanged), Reason(why));

    /// <summary>After a failure the database is open again.</summary>
    public string DatabaseOpenedAgain => Text();

    /// <summary>For <see cref="UserNotRecorded"/>: the list of those to be noted is full.</summary>
    public string TooManyUsersWaiting => Text();

    /// <summary>A transaction failed as a whole; the senders have been told.</summary>
    public string BatchNotStored(int messages, string why) => Format(nameof(BatchNotStored), messages, Reason(why));

    /// <summary>The database could not be opened again after a failure.</summary>
    public string DatabaseRetry(string why, long pauseMilliseconds) => Format(nameof(DatabaseRetry), Reason(why), pauseMilliseconds);

    /// <summary>The users' table could not be written; it is tried again.</summary>
    public string UsersRetry(int users, string why, long pauseMilliseconds) =>
        Format(nameof(UsersRetry), users, Reason(why), pauseMilliseconds);

    /// <summary>After failures the users' table could be written.</summary>
    public string UsersWrittenAgain => Text();

    /// <summary>The users' table has a row for each spelling of a nickname, and may not be changed.</summary>
    public string SpellingsNotMerged(string server, string why) => Format(nameof(SpellingsNotMerged), OneLine(server), Reason(why));

    /// <summary>The users' table could not be written before the stop: how many, why, and who.</summary>
    public string UsersLost(int users, string why, string nicknames) => Format(nameof(UsersLost), users, Reason(why), nicknames);

    /// <summary>For <see cref="UsersLost"/>: nothing was heard of the database.</summary>
    public string NoAnswerInTime => Text();

    /// <summary>A reader is cut off: it has taken nothing of what waits for it for so long.</summary>
    public string SlowReader(string peer, string? nickname, long seconds) => Format(nameof(SlowReader), peer, nickname ?? NoNickname, seconds);

    /// <summary>A reader is cut off: more than so many bytes would have had to wait for it.</summary>
    public string ReaderTooFarBehind(string peer, string? nickname, int bytes) =>
        Format(nameof(ReaderTooFarBehind), peer, nickname ?? NoNickname, bytes);

    /// <summary>For <see cref="ConnectionEnded"/>: the same.</summary>
    public string EndedTooFarBehind(int bytes) => Format(nameof(EndedTooFarBehind), bytes);

    /// <summary>For <see cref="ConnectionEnded"/>: it has taken nothing for so long.</summary>
    public string EndedBySlowReader(long seconds) => Format(nameof(EndedBySlowReader), seconds);

    /// <summary>A client has met a limit.</summary>
    /// <param name="limit">Its key under <c>actorchat.limits</c>.</param>
    /// <param name="peer">The peer's address.</param>
    /// <param name="nickname">Its nickname; null when it has none.</param>
    public string LimitReached(string limit, string peer, string? nickname) => Format(nameof(LimitReached), limit, peer, nickname ?? NoNickname);

    /// <summary>A line of the log about a limit, and how many like it were left out before it.</summary>
    public string AndNotLogged(string line, long leftOut) => Format(nameof(AndNotLogged), line, leftOut);

    /// <summary>Connections could not be accepted, and were tried again so many times.</summary>
    public string AcceptFails(string endPoint, long retries) => Format(nameof(AcceptFails), endPoint, retries);

    /// <summary>A port was closed by an error; it is opened again after so many seconds.</summary>
    public string PortLost(string endPoint, long seconds) => Format(nameof(PortLost), endPoint, seconds);

    /// <summary>A port that was lost is open again.</summary>
    public string PortReopened(string endPoint) => Format(nameof(PortReopened), endPoint);
}
