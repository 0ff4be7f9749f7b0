using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat;

/// <summary>Public messages that were committed together, as the bytes that go out together: each rendered once, all joined once.</summary>
internal sealed class DeliveryBatch
{
    // As much as one connection sends in one go.
    private const int FullSize = 32 * 1024;

    private readonly List<(IActorRef Author, byte[] Line)> _lines = [];
    private int _size;

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Whether it is time to send it.</summary>
    public bool IsFull => _size >= FullSize;

    /// <summary>Adds a line.</summary>
    public void Add(IActorRef author, byte[] line)
    {
        _lines.Add((author, line));
        _size += line.Length;
    }

    /// <summary>All lines.</summary>
    public ByteString Whole() => Join([.. _lines.Select(line => line.Line)]);

    /// <summary>All lines but those of one author.</summary>
    public ByteString Without(IActorRef author) =>
        Join([.. _lines.Where(line => !ReferenceEquals(line.Author, author)).Select(line => line.Line)]);

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        _lines.Clear();
        _size = 0;
    }

    private static ByteString Join(byte[][] lines)
    {
        // A single line is shared as it is.
        if (lines.Length == 1)
            return ByteString.FromBytes(lines[0]);
        var joined = new byte[lines.Sum(line => line.Length)];
        var end = 0;
        foreach (var line in lines)
        {
            line.CopyTo(joined, end);
            end += line.Length;
        }

        return ByteString.FromBytes(joined);
    }
}
