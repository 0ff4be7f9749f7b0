using Akka.IO;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>Members who get the same bytes: each event is rendered once for all of them.</summary>
/// <param name="dialect">Renders.</param>
internal sealed class Audience(IChatDialect dialect)
{
    // As much as one connection sends in one go.
    private const int FullSize = 32 * 1024;

    private readonly List<(SessionId Author, byte[] Line)> _lines = [];
    private int _size;

    /// <summary>Whether it is time to deliver what was added.</summary>
    public bool IsFull => _size >= FullSize;

    /// <summary>What was rendered last, for all; null where they are told nothing.</summary>
    public Tcp.Write? Rendered { get; private set; }

    /// <summary>Renders an event.</summary>
    public Tcp.Write? Render(ChatEvent happened) => Rendered = ToWrite(dialect.Write(happened));

    /// <summary>Adds a message to those that are delivered together.</summary>
    public void Add(ChatEvent.MessagePosted posted)
    {
        var line = dialect.Write(posted);
        _lines.Add((posted.Session, line));
        _size += line.Length;
    }

    /// <summary>Joins the messages that were added.</summary>
    public void JoinAll() => Rendered = ToWrite(Join([.. _lines.Select(line => line.Line)]));

    /// <summary>Joins the messages that were added, but for those of one author.</summary>
    public Tcp.Write? JoinWithout(SessionId author) =>
        ToWrite(Join([.. _lines.Where(line => line.Author != author).Select(line => line.Line)]));

    /// <summary>Forgets the messages.</summary>
    public void Clear()
    {
        _lines.Clear();
        _size = 0;
        Rendered = null;
    }

    private static Tcp.Write? ToWrite(byte[] bytes) => bytes.Length == 0 ? null : Tcp.Write.Create(ByteString.FromBytes(bytes));

    private static byte[] Join(byte[][] lines)
    {
        // A single line is shared as it is.
        if (lines.Length == 1)
            return lines[0];
        var joined = GC.AllocateUninitializedArray<byte>(lines.Sum(line => line.Length));
        var end = 0;
        foreach (var line in lines)
        {
            line.CopyTo(joined, end);
            end += line.Length;
        }

        return joined;
    }
}
