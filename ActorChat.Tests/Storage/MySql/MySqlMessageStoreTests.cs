using System.Diagnostics;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.MySql;

namespace ActorChat.Tests.Storage.MySql;

/// <summary>The contract on a real MariaDB server, and what only a server can do.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlMessageStoreTests(MariaDbFixture fixture) : MessageStoreContract, IDisposable
{
    private static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(2), WaitLimit = TimeSpan.FromSeconds(4);

    private readonly MySqlTestDatabase _temporary = fixture.NewDatabase();

    [Fact]
    public void A_connection_that_was_closed_while_nobody_used_it_is_replaced_at_once()
    {
        using var store = Open();
        store.Append([Message("uno")]);
        _temporary.CloseConnections();
        store.Append([Message("dos")]);

        Assert.Equal(["uno", "dos"], Stored().Select(row => row.Content));
    }

    [Fact]
    public void A_server_that_may_lose_what_it_confirmed_is_a_caution()
    {
        using var store = Open();

        Assert.Contains("innodb_flush_log_at_trx_commit = 2", store.Caution!(Texts.For(Language.Spanish)), StringComparison.Ordinal);
        _temporary.Execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        using var durable = Open();
        _temporary.Execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
        Assert.Null(durable.Caution);
    }

    [Fact]
    public void A_message_too_large_for_the_server_is_refused_alone_and_costs_no_connection()
    {
        _temporary.Execute("SET GLOBAL max_allowed_packet = 1048576");
        try
        {
            using var store = Open();
            store.Append([Message("antes")]);
            var connection = _temporary.Connections();

            var failure = Assert.Throws<WriteException>(() => store.Append([Sample.Message(new string('\'', 600_000))]));

            Assert.Equal(WriteError.UnfitValue, failure.Error);
            store.Append([Message("después")]);
            Assert.Equal(connection, _temporary.Connections());
        }
        finally
        {
            _temporary.Execute("SET GLOBAL max_allowed_packet = 16777216");
        }
    }

    // A statement that waits, one that is too long to be sent, and the read: each is given up in time.
    [Fact]
    public async Task A_server_that_freezes_is_given_up_in_time_and_found_again()
    {
        await using var maria = await fixture.StartServerAsync();
        using var database = new MySqlTestDatabase(maria, "redes");
        using var store = Open(database);
        using var reader = database.Database.OpenReader();
        store.Append([Message("antes")]);
        await maria.FreezeAsync();

        AssertUnreachable(store, Message("perdido"));
        AssertUnreachable(store, Sample.Message(new string('x', 10_000_000)));
        var began = Stopwatch.GetTimestamp();
        Assert.Throws<OpenException>(() => Reader(database).Last("general"));
        Assert.True(Stopwatch.GetElapsedTime(began) < WaitLimit);

        await maria.ThawAsync();
        using var again = Open(database);
        again.Append([Sample.Message("después", 3)]);
        Assert.Equal(["antes", "después"], database.Query("SELECT contenido FROM mensajes ORDER BY id").Select(row => row[0]));
    }

    [Fact]
    public void What_does_not_fit_into_a_table_made_by_hand_is_refused_as_such()
    {
        _temporary.Execute("""
            CREATE TABLE mensajes (id INT AUTO_INCREMENT PRIMARY KEY, contenido VARCHAR(5) CHARACTER SET latin1, fecha_envio DATETIME,
                ip_cliente VARCHAR(45)) ENGINE = MyISAM
            """);
        using var store = Open();
        store.Append([Message("corto")]);

        Assert.Equal(WriteError.UnfitValue, Assert.Throws<WriteException>(() => store.Append([Message("uno"), Message("larguísimo")])).Error);
        Assert.Equal(WriteError.UnfitValue, Assert.Throws<WriteException>(() => store.Append([Message("日本")])).Error);
        Assert.Equal([["corto", "2025-09-07 12:00:00"]], _temporary.Query("SELECT contenido, CAST(fecha_envio AS CHAR) FROM mensajes"));
    }

    [Fact]
    public void A_closed_store_and_its_reader_leave_no_connection_behind()
    {
        using (var store = Open())
        using (var reader = OpenReader())
        {
            store.Append([Message("uno")]);
            reader.Last("general");
        }

        // The server notices the end of a connection when its thread looks.
        Assert.True(SpinWait.SpinUntil(() => _temporary.Connections().Count == 0, TestTimeout.Limit));
    }

    public void Dispose() => _temporary.Dispose();

    private protected override IMessageStore Open() => Open(_temporary);

    private protected override IMessageReader OpenReader() => Reader(_temporary);

    private protected override IReadOnlyList<StoredMessage> Stored() =>
        [.. _temporary.Query("SELECT id, contenido, fecha_envio, ip_cliente, autor, sala FROM mensajes ORDER BY id").Select(row =>
            new StoredMessage(long.Parse(row[0]!, CultureInfo.InvariantCulture), row[1]!, row[2]!, row[3]!, row[4], row[5]))];

    private protected override void Execute(string sql) => _temporary.Execute(sql);

    private protected override IDisposable LockOut()
    {
        var other = _temporary.Connect();
        other.Execute("LOCK TABLES mensajes READ");
        return other;
    }

    private static IMessageStore Open(MySqlTestDatabase database) => InTime(database).OpenMessages();

    private static IMessageReader Reader(MySqlTestDatabase database) => InTime(database).OpenReader();

    private static MySqlDatabase InTime(MySqlTestDatabase database) =>
        new(database.Options with { ConnectTimeout = StepLimit, CommandTimeout = StepLimit });

    private static void AssertUnreachable(IMessageStore store, MessageRecord message)
    {
        var began = Stopwatch.GetTimestamp();
        Assert.Equal(WriteError.Unreachable, Assert.Throws<WriteException>(() => store.Append([message])).Error);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, WaitLimit);
    }
}
