using System.Buffers;
using System.Globalization;
using System.Text;
using ActorChat.Server.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorChat.Server.Storage.Sqlite.Sessions;

/// <summary>
/// A prepared statement on SQLite's own interface. <see cref="SqliteCommand"/> costs 650 bytes of garbage and twice the time for an
/// insert, and has a busy loop of its own, with sleeps, on top of SQLite's. Fails with <see cref="SqliteException"/>.
/// </summary>
internal sealed class SqliteStatement : ISqlRow, IDisposable
{
    private const int OnStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>Prepares one statement.</summary>
    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
    }

    /// <summary>Sets a parameter (<c>@n</c>) to a text, a number, or NULL.</summary>
    public void Bind(string name, object? value)
    {
        var index = raw.sqlite3_bind_parameter_index(_statement, name);
        if (value is long number)
            Bind(index, number);
        else
            Bind(index, (string?)value);
    }

    /// <summary>Sets a parameter (the first is 1) to a text, kept exactly, or to NULL.</summary>
    public void Bind(int index, string? text)
    {
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(_statement, index));
            return;
        }

        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = size > OnStack ? ArrayPool<byte>.Shared.Rent(size) : null;
        var utf8 = rented ?? stackalloc byte[OnStack];
        BindUtf8(index, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Sets a parameter (the first is 1) to the invariant text of a value, at most 128 bytes, without making a string.</summary>
    public void Bind<T>(int index, T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        Span<byte> utf8 = stackalloc byte[128];
        if (!value.TryFormat(utf8, out var length, format, CultureInfo.InvariantCulture))
            throw new ArgumentException($"Longer than {utf8.Length} bytes: {value}", nameof(value));
        BindUtf8(index, utf8[..length]);
    }

    /// <summary>Sets a parameter (the first is 1) to a number, or to NULL.</summary>
    public void Bind(int index, long? number) => Check(
        number is { } value ? raw.sqlite3_bind_int64(_statement, index, value) : raw.sqlite3_bind_null(_statement, index));

    /// <summary>Runs to the end and makes the statement ready for the next time, also after a failure.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            // Repeats the code of a failed step, which has been thrown already.
            _ = raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>Runs to the end and makes the statement ready for the next time; gives what is taken of each row.</summary>
    public List<T> Rows<T>(Func<ISqlRow, T> take)
    {
        var rows = new List<T>();
        try
        {
            while (Step())
                rows.Add(take(this));
            return rows;
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string() ?? "";

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
            return true;
        Check(result);
        return false;
    }

    private void BindUtf8(int index, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(_statement, index, utf8));

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
