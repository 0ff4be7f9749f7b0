namespace ActorChat.Server.Chat.Rooms;

/// <summary>Cuts long lists into pages.</summary>
internal static class Paging
{
    /// <summary>Returns one page, its number and the number of pages.</summary>
    /// <param name="items">The whole list.</param>
    /// <param name="count">Its length.</param>
    /// <param name="number">The page asked for, from 1; clamped to the last.</param>
    /// <param name="size">Items per page; positive.</param>
    public static (int Page, int Pages, IEnumerable<T> Items) Of<T>(IEnumerable<T> items, int count, int number, int size)
    {
        var pages = Math.Max(1, (count + size - 1) / size);
        var page = Math.Min(number, pages);
        return (page, pages, items.Skip((page - 1) * size).Take(size));
    }
}
