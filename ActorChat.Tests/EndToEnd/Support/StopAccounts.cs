namespace ActorChat.Tests.EndToEnd.Support;

/// <summary>What must be true of a traffic that a stop in good order has ended.</summary>
internal static class StopAccounts
{
    /// <summary>
    /// Everything that the server took is stored once, was delivered to everybody else in the order of the ids, and was confirmed where
    /// that was due; nothing else is stored; and everybody was told.
    /// </summary>
    /// <returns>How many messages were stored, and how many of them came by the confirmation port.</returns>
    public static (int Said, int Confirmed) Verify(string database, Traffic traffic)
    {
        var rows = Rows.Of(database, "SELECT autor, contenido FROM mensajes ORDER BY id").Select(row => row.Split('|', 2)).ToList();
        var said = rows.Where(row => row[0].Length > 0).Select(row => (Author: row[0], Text: row[1], Line: $"{row[0]}: {row[1]}")).ToList();
        var confirmed = rows.Where(row => row[0].Length == 0).Select(row => row[1]).ToList();

        Assert.Equal(confirmed.Order(), traffic.Confirmed.Order());
        foreach (var author in said.GroupBy(row => row.Author))
            Assert.Equal(Enumerable.Range(0, author.Count()).Select(number => $"{number}"), author.Select(row => row.Text));
        foreach (var (member, seen) in traffic.Seen)
        {
            Assert.Equal(Traffic.Stopping, seen[^1]);
            Assert.Equal(said.Where(row => row.Author != member).Select(row => row.Line), seen[..^1]);
        }

        return (said.Count, confirmed.Count);
    }
}
