using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage.Sql;

/// <summary>
/// One connection to a database, for one thread at a time. Statements name their parameters (<c>@n</c>), which are texts or numbers.
/// Throws the driver's exceptions, which <see cref="Write"/> and <see cref="Read"/> translate.
/// </summary>
internal abstract class SqlSession : IDisposable
{
    /// <returns>The number of rows that an update found.</returns>
    public abstract int Execute(string sql, params (string Name, object? Value)[] parameters);

    public abstract List<T> Query<T>(string sql, Func<ISqlRow, T> take, params (string Name, object? Value)[] parameters);

    /// <summary>Returns the first column of each row.</summary>
    public List<string> Query(string sql) => Query(sql, row => row.Text(0));

    public bool Any(string sql, params (string Name, object? Value)[] parameters) => Query(sql, _ => 0, parameters).Count > 0;

    /// <summary>Returns the number that is the whole answer; 0 for NULL.</summary>
    public long Number(string sql, params (string Name, object? Value)[] parameters) => Query(sql, row => row.Number(0), parameters).Single();

    /// <summary>Returns the columns of a table; none where there is no such table.</summary>
    public abstract List<SqlColumn> Columns(string table);

    /// <summary>Why a table cannot be used; null for one that can, or is not there.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="needed">The columns that it must have.</param>
    /// <param name="filled">The columns that get a value in every row.</param>
    public OpenError? FindProblem(string table, string[] needed, string[] filled)
    {
        var columns = Columns(table);
        if (columns.Count > 0 && Array.Find(needed, name => !columns.Exists(column => column.Is(name))) is { } missing)
            return Lacks(table, missing);
        var unknown = columns.Find(column => column.NeedsValue && !Array.Exists(filled, column.Is));
        return unknown is null ? null : new OpenError.ColumnNeedsValue(table, unknown.Name);
    }

    /// <summary>Does the work in one transaction: all of it is durable afterwards, or nothing.</summary>
    /// <exception cref="WriteException">Nothing was stored, as far as the error says so.</exception>
    public abstract void Write(Action work);

    /// <exception cref="OpenException">It cannot be read.</exception>
    public abstract T Read<T>(Func<T> work);

    /// <summary>Has TIMESTAMP columns read in a time zone at a fixed distance from UTC.</summary>
    /// <returns>The distance in use.</returns>
    public virtual TimeSpan UseTimeZone(TimeSpan offset) => offset;

    /// <summary>Leaves the database in order, and disconnects. Once is enough.</summary>
    public virtual void Close() => Dispose();

    public abstract void Dispose();

    protected abstract OpenError Lacks(string table, string column);
}

/// <param name="Name">The name.</param>
/// <param name="Type">Without its length.</param>
/// <param name="NeedsValue">Whether a row that has no value for it is refused.</param>
internal sealed record SqlColumn(string Name, string Type, bool NeedsValue)
{
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A row of an answer. The first column is 0.</summary>
internal interface ISqlRow
{
    /// <summary>Returns an empty text for NULL.</summary>
    string Text(int column);

    /// <summary>Returns 0 for NULL.</summary>
    long Number(int column);
}
