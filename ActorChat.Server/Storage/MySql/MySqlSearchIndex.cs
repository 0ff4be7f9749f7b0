using System.Globalization;
using System.Text;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Search;
using MySqlConnector;

namespace ActorChat.Server.Storage.MySql;

/// <summary>
/// The index in a table of its own. An index on <c>mensajes</c> would make every commit dearer, need the right to alter that table, and
/// compare by its collation. Does not own its session.
/// </summary>
internal sealed class MySqlSearchIndex : ISearchIndex
{
    /// <summary>The table, made when somebody first searches.</summary>
    public const string Table = "actorchat_busqueda";

    private const string CreateSql = $"""
        CREATE TABLE IF NOT EXISTS {Table} (id BIGINT PRIMARY KEY, sala {MySqlMessageTable.NameType} NOT NULL,
            palabras LONGTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL, FULLTEXT (palabras))
        ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        """;

    private const int RowsPerStatement = 200;

    // Below innodb_ft_max_token_size: longer words are not indexed at all.
    private const int MaxToken = 80;

    private readonly MySqlSession _session;
    private readonly bool _isMariaDb;

    /// <summary>Makes the table if it is not there.</summary>
    public MySqlSearchIndex(MySqlSession session)
    {
        _session = session;
        session.Execute(CreateSql);
        _isMariaDb = session.Any("SELECT 1 WHERE VERSION() LIKE '%MariaDB%'");
    }

    public long Last => _session.Read(() => _session.Number($"SELECT MAX(id) FROM {Table}"));

    public bool Has(IndexedMessage message) => _session.Read(() => _session.Any(
        $"SELECT 1 FROM {Table} WHERE id = @i AND sala = @r AND palabras = @w",
        ("@i", message.Id),
        ("@r", message.Room),
        ("@w", Tokens(message.Words, ""))));

    public void Add(IReadOnlyList<IndexedMessage> messages)
    {
        foreach (var block in messages.Chunk(RowsPerStatement))
        {
            // Another process may have been faster.
            var rows = string.Join(", ", block.Select((_, i) => $"(@i{i}, @r{i}, @w{i})"));
            _session.Read(() => _session.Execute($"INSERT IGNORE INTO {Table} (id, sala, palabras) VALUES {rows}", [.. block.SelectMany(Parameters)]));
        }
    }

    public void Forget(long before, int count)
    {
        if (_session.Read(() => _session.Number($"SELECT MIN(id) FROM {Table}")) < before)
            _session.Read(() => _session.Execute($"DELETE FROM {Table} WHERE id < @b ORDER BY id LIMIT @c", ("@b", before), ("@c", (long)count)));
    }

    public void Clear() => _session.Read(() => _session.Execute($"TRUNCATE TABLE {Table}"));

    public IReadOnlyList<long> Find(SearchQuery query, int count, TimeSpan limit)
    {
        try
        {
            return _session.Read(() => _session.Query(
                FindSql(query.Rooms.Length, limit),
                row => row.Number(0),
                [.. query.Rooms.Select((room, i) => ($"@r{i}", (object?)room)), ("@w", Tokens(query.Words, "+")), ("@b", query.Before), ("@c", (long)count)]));
        }
        // MariaDB's own number of a statement that was broken off, or InnoDB's; MySQL's.
        catch (OpenException late) when (late.InnerException is MySqlException { Number: 188 or 1969 or 3024 })
        {
            throw new TimeoutException(late.Message, late);
        }
    }

    public void Dispose()
    {
    }

    // The server's own rules (words that it leaves out, the least length, what a letter is) meet none of these.
    private static string Tokens(IEnumerable<string> words, string sign) => string.Join(' ', words.Select(word => sign + Token(word)));

    private static string Token(string word)
    {
        var token = new StringBuilder("_");
        foreach (var rune in word.EnumerateRunes())
            token.Append(rune.IsAscii ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"_{rune.Value:x}"));
        return token.ToString(0, Math.Min(token.Length, MaxToken));
    }

    private static (string, object?)[] Parameters(IndexedMessage message, int i) =>
        [($"@i{i}", message.Id), ($"@r{i}", message.Room), ($"@w{i}", Tokens(message.Words, ""))];

    // The driver's own limit would cost the connection.
    private string FindSql(int rooms, TimeSpan limit)
    {
        var milliseconds = (long)Math.Max(1, limit.TotalMilliseconds);
        var (before, hint) = _isMariaDb
            ? (string.Create(CultureInfo.InvariantCulture, $"SET STATEMENT max_statement_time = {milliseconds / 1000.0:F3} FOR "), "")
            : ("", string.Create(CultureInfo.InvariantCulture, $"/*+ MAX_EXECUTION_TIME({milliseconds}) */ "));
        return $"""
            {before}SELECT {hint}id FROM {Table}
            WHERE MATCH (palabras) AGAINST (@w IN BOOLEAN MODE) AND sala IN ({string.Join(", ", Enumerable.Range(0, rooms).Select(i => $"@r{i}"))})
            AND id < @b ORDER BY id DESC LIMIT @c
            """;
    }
}
