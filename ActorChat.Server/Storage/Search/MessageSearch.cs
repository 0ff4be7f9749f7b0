using System.Diagnostics;
using System.Globalization;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.Search;

/// <summary>
/// Searches by an index that follows the table <c>mensajes</c>: no commit waits for it. One process writes, so that ids are committed in
/// order. Owns session and index.
/// </summary>
internal sealed class MessageSearch : IMessageSearch
{
    private readonly SqlSession _session;
    private readonly ISearchIndex _index;
    private long _position;

    /// <summary>A search in tables that are there.</summary>
    public MessageSearch(SqlSession session, ISearchIndex index)
    {
        (_session, _index, _position) = (session, index, index.Last);
        if (_position == 0 || RowsAfter(_position - 1, 1) is [var last] && index.Has(last))
            return;

        // The index of another database, or of one that was replaced by an earlier state.
        index.Clear();
        _position = 0;
    }

    public double CatchUp(int count)
    {
        var (first, last) = Ends();
        var rows = RowsAfter(_position, count);
        _index.Add([.. rows.Where(row => row.Room.Length > 0)]);
        if (rows.Count > 0)
            _position = rows[^1].Id;
        _index.Forget(first, count);
        return _position >= last ? 1 : (double)Math.Max(0, _position - first) / (last - first);
    }

    public SearchPage Find(SearchQuery query, int count, TimeSpan limit)
    {
        var began = Stopwatch.GetTimestamp();
        var found = new List<(long Id, StoredMessage Message)>();
        for (var isMore = true; isMore && found.Count <= count;)
        {
            var ids = _index.Find(query, count + 1, limit - Stopwatch.GetElapsedTime(began));
            found.AddRange(Read(ids).Where(row => Fits(row.Message, query)));
            isMore = ids.Count > count;
            if (isMore)
                query = query with { Before = ids[^1] };
        }

        var kept = found.Take(PageLimit.Count(found.Select(row => row.Message.Content.Length), count)).Reverse().ToList();
        return new SearchPage([.. kept.Select(row => row.Message)], found.Count > kept.Count ? kept[0].Id : null);
    }

    public void Dispose()
    {
        _index.Dispose();
        _session.Close();
    }

    // The message may have been changed or deleted since it was indexed.
    private static bool Fits(StoredMessage message, SearchQuery query) =>
        query.Rooms.Contains(message.Room) && !query.Words.Except(SearchWords.Split(message.Content)).Any();

    private (long First, long Last) Ends() => _session.Read(() => _session.Query(
        "SELECT (SELECT MIN(id) FROM mensajes), (SELECT MAX(id) FROM mensajes)", row => (row.Number(0), row.Number(1))).Single());

    private List<IndexedMessage> RowsAfter(long id, int count) => _session.Read(() => _session.Query(
        "SELECT id, sala, CASE WHEN sala IS NULL THEN NULL ELSE contenido END FROM mensajes WHERE id > @i ORDER BY id LIMIT @c",
        row => new IndexedMessage(row.Number(0), row.Text(1), SearchWords.Split(row.Text(2))),
        ("@i", id),
        ("@c", (long)count)));

    private List<(long Id, StoredMessage Message)> Read(IReadOnlyList<long> ids) => ids.Count == 0 ? [] : _session.Read(() => _session.Query(
        string.Create(CultureInfo.InvariantCulture, $"""
            SELECT id, sala, numero, instante, autor, contenido FROM mensajes
            WHERE id IN ({string.Join(',', ids)}) AND numero IS NOT NULL ORDER BY id DESC
            """),
        row => (row.Number(0), new StoredMessage(row.Text(1), row.Number(2), row.Number(3), row.Text(4), row.Text(5)))));
}
