using Akka.IO;

namespace ActorChat.Server.Chat.Rooms.Local;

/// <summary>The members of one <see cref="Viewer"/>. Renders each event once for all of them.</summary>
/// <param name="dialect">Renders the events.</param>
/// <param name="elsewhere">The room's name, for members whose current room is another one; null for the others.</param>
internal sealed class Audience(IChatDialect dialect, string? elsewhere)
{
    // Matches the bytes that a connection sends in one system call.
    private const int FullSize = 32 * 1024;

    private readonly List<(SessionId Author, byte[] Line)> _lines = [];
    private int _size;

    /// <summary>The number of members.</summary>
    public int Count { get; set; }

    /// <summary>Whether authors get their own messages.</summary>
    public bool EchoesOwn => dialect.EchoesOwn;

    /// <summary>Whether the gathered messages should be delivered now.</summary>
    public bool IsFull => _size >= FullSize;

    /// <summary>The last rendered write; null if this audience is not shown the event.</summary>
    public Tcp.Write? Rendered { get; private set; }

    /// <summary>Renders an event for all members of this audience, perhaps with another one in the same write.</summary>
    public Tcp.Write? Render(ChatEvent happened, ChatEvent? next = null) =>
        Rendered = ToWrite(next is null ? Write(happened) : [.. Write(happened), .. Write(next)]);

    /// <summary>Adds a message to the current delivery.</summary>
    public void Add(ChatEvent.MessagePosted posted)
    {
        var line = Write(posted);
        _lines.Add((posted.Session, line));
        _size += line.Length;
    }

    /// <summary>Renders the current delivery for members who wrote none of it, or get their own back.</summary>
    public void JoinAll() => Rendered = Join(except: null);

    /// <summary>Renders the current delivery without the messages of one author, who gets no echo.</summary>
    public Tcp.Write? JoinWithout(SessionId author) => Join(author);

    /// <summary>Ends the current delivery.</summary>
    public void Clear()
    {
        _lines.Clear();
        _size = 0;
        Rendered = null;
    }

    private byte[] Write(ChatEvent happened) => dialect.Write(elsewhere is null ? happened : new ChatEvent.Elsewhere(elsewhere, happened));

    private static Tcp.Write? ToWrite(byte[] bytes) => bytes.Length == 0 ? null : Tcp.Write.Create(ByteString.FromBytes(bytes));

    private Tcp.Write? Join(SessionId? except)
    {
        // Shares a single line as it is.
        if (_lines.Count == 1)
            return _lines[0].Author == except ? null : ToWrite(_lines[0].Line);
        var size = 0;
        foreach (var (author, line) in _lines)
            size += author == except ? 0 : line.Length;
        var joined = GC.AllocateUninitializedArray<byte>(size);
        var end = 0;
        foreach (var (author, line) in _lines)
        {
            if (author == except)
                continue;
            line.CopyTo(joined, end);
            end += line.Length;
        }

        return ToWrite(joined);
    }
}
