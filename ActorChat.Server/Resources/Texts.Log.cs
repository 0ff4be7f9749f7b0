namespace ActorChat.Server.Resources;

// Lines of the log. Peers are written as 127.0.0.1:40312. The EndedBy… texts are reasons for ConnectionEnded.
internal sealed partial class Texts
{
    public string MetricsNotExported(string endpoint) => Format(nameof(MetricsNotExported), endpoint);
    public string EndedAsGhost => Text();
    public string EndedByOwner => Text();
    public string EndedByQuit => Text();
    public string EndedByPeer => Text();
    public string EndedByAnswer => Text();
    public string EndedByAttempts => Text();
    public string EndedWithoutNickname => Text();
    public string EndedWithoutMessage => Text();
    public string EndedByFlood => Text();
    public string EndedBySilence => Text();
    public string EndedByStop => Text();
    public string NoNickname => Text();
    public string ConnectionStarted(string peer) => Format(nameof(ConnectionStarted), peer);

    /// <summary>The summary of a connection; <paramref name="messages"/> and <paramref name="bytes"/> count what the peer sent.</summary>
    public string ConnectionEnded(string peer, string? nickname, long messages, long bytes, string reason) =>
        Format(nameof(ConnectionEnded), peer, nickname ?? NoNickname, messages, bytes, reason);

    public string EndedByReset(string why) => Format(nameof(EndedByReset), Reason(why));
    public string EndedByForeignProtocol(string protocol) => Format(nameof(EndedByForeignProtocol), protocol);
    public string EndedByFailure(string why) => Format(nameof(EndedByFailure), Reason(why));
    public string PrivateToAbsent(string from) => Format(nameof(PrivateToAbsent), from);
    public string CannotWrite(string place, string why) => Format(nameof(CannotWrite), OneLine(place), Reason(why));
    public string LinesLost(string place, long lines) => Format(nameof(LinesLost), OneLine(place), lines);
    public string OutputBlocked => Text();
    public string StandardOutput => Text();
    public string StandardError => Text();
    public string UserNotRecorded(string nick, string why) => Format(nameof(UserNotRecorded), nick, Reason(why));
    public string DatabaseOpened(string path, string sqliteVersion) => Format(nameof(DatabaseOpened), OneLine(path), sqliteVersion);
    public string MessagesDatabaseOpened(string server) => Format(nameof(MessagesDatabaseOpened), OneLine(server));
    public string MessagesNotDurable(string server, string setting) => Format(nameof(MessagesNotDurable), OneLine(server), setting);
    public string NotSearched(string why) => Format(nameof(NotSearched), Reason(why));
    public string HistoryNotRead(string why) => Format(nameof(HistoryNotRead), Reason(why));
    public string MessagesNotRead(string why) => Format(nameof(MessagesNotRead), Reason(why));
    public string UsersDatabaseOpened(string server) => Format(nameof(UsersDatabaseOpened), OneLine(server));
    public string EndedByEmptyMessage => Text();

    /// <summary>For <see cref="EndedByFailure"/>: the failure is logged already.</summary>
    public string SeeLogAbove => Text();

    public string DatabaseClosed => Text();
    public string DatabaseFileGone => Text();
    public string TableChanged(string why) => Format(nameof(TableChanged), Reason(why));
    public string DatabaseOpenedAgain => Text();
    public string TooManyUsersWaiting => Text();
    public string AccountsNotStored(string why) => Format(nameof(AccountsNotStored), Reason(why));
    public string BatchNotStored(int messages, string why) => Format(nameof(BatchNotStored), messages, Reason(why));
    public string RoomNotSaved(string why) => Format(nameof(RoomNotSaved), Reason(why));
    public string OldMessagesDeleted(long messages) => Format(nameof(OldMessagesDeleted), messages);
    public string OldMessagesNotDeleted(string why) => Format(nameof(OldMessagesNotDeleted), Reason(why));
    public string DatabaseRetry(string why, long pauseMilliseconds) => Format(nameof(DatabaseRetry), Reason(why), pauseMilliseconds);

    public string UsersRetry(int users, string why, long pauseMilliseconds) =>
        Format(nameof(UsersRetry), users, Reason(why), pauseMilliseconds);

    public string UsersWrittenAgain => Text();
    public string SpellingsNotMerged(string server, string why) => Format(nameof(SpellingsNotMerged), OneLine(server), Reason(why));
    public string UsersLost(int users, string why, string nicknames) => Format(nameof(UsersLost), users, Reason(why), nicknames);
    public string NoAnswerInTime => Text();
    public string SlowReader(string peer, string? nickname, long seconds) => Format(nameof(SlowReader), peer, nickname ?? NoNickname, seconds);

    public string QueueOverflow(string peer, string? nickname, int bytes) =>
        Format(nameof(QueueOverflow), peer, nickname ?? NoNickname, bytes);

    public string EndedByQueueOverflow(int bytes) => Format(nameof(EndedByQueueOverflow), bytes);
    public string EndedBySlowReader(long seconds) => Format(nameof(EndedBySlowReader), seconds);

    /// <summary><paramref name="limit"/> is the key under <c>actorchat.limits</c>.</summary>
    public string LimitReached(string limit, string peer, string? nickname) => Format(nameof(LimitReached), limit, peer, nickname ?? NoNickname);

    public string AndNotLogged(string line, long leftOut) => leftOut == 0 ? line : Format(nameof(AndNotLogged), line, leftOut);
    public string AcceptFails(string endPoint, long retries) => Format(nameof(AcceptFails), endPoint, retries);
    public string PortLost(string endPoint, long seconds) => Format(nameof(PortLost), endPoint, seconds);
    public string PortReopened(string endPoint) => Format(nameof(PortReopened), endPoint);

    // TLS. The first are reasons for HandshakeFails.
    public string PlainTextToTlsPort => Text();
    public string HandshakeTooSlow => Text();
    public string HandshakeFails(string why) => Format(nameof(HandshakeFails), Reason(why));

    // The first are reasons for CertificateNotReplaced, CertificateInUseFaulty and a start that fails.
    public string NotPem(string path) => Format(nameof(NotPem), OneLine(path));
    public string CannotReadCertificate(string path, string why) => Format(nameof(CannotReadCertificate), OneLine(path), Reason(why));
    public string CannotWriteCertificate(string path, string why) => Format(nameof(CannotWriteCertificate), OneLine(path), Reason(why));
    public string KeyOfAnotherCertificate(string certificate, string key) => Format(nameof(KeyOfAnotherCertificate), OneLine(certificate), OneLine(key));
    public string CertificateExpired(DateTime at) => Format(nameof(CertificateExpired), Iso(at));
    public string CertificateNotYetValid(DateTime from) => Format(nameof(CertificateNotYetValid), Iso(from));
    public string CertificateReplaced(string path, string fingerprint) => Format(nameof(CertificateReplaced), OneLine(path), fingerprint);
    public string CertificateNotReplaced(string why) => Format(nameof(CertificateNotReplaced), Reason(why));
    public string CertificateInUseFaulty(string path, string why) => Format(nameof(CertificateInUseFaulty), OneLine(path), Reason(why));
}
