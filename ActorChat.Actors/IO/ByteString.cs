using System.Collections;
using System.Runtime.InteropServices;
using System.Text;

namespace Akka.IO;

/// <summary>
/// An immutable run of bytes. Always in one piece: a slice shares the memory of its whole, a concatenation copies.
/// <c>From…</c> takes the array over (it must not be changed afterwards), <c>Copy…</c> copies.
/// </summary>
public sealed class ByteString : IEquatable<ByteString>, IEnumerable<byte>
{
    private readonly ReadOnlyMemory<byte> _bytes;

    private ByteString(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    /// <summary>No bytes.</summary>
    public static ByteString Empty { get; } = new(ReadOnlyMemory<byte>.Empty);

    /// <summary>The number of bytes.</summary>
    public int Count => _bytes.Length;

    /// <summary>Whether the bytes are in one piece: always.</summary>
    public bool IsCompact => true;

    /// <summary>Whether there are no bytes.</summary>
    public bool IsEmpty => _bytes.IsEmpty;

    internal ReadOnlyMemory<byte> Memory => _bytes;

    /// <summary>The byte at a place.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public byte this[int index] => _bytes.Span[index];

    /// <summary>A copy of the array.</summary>
    public static ByteString CopyFrom(byte[] array) => CopyFrom(array.AsSpan());

    /// <summary>A copy of the part of an array.</summary>
    public static ByteString CopyFrom(ArraySegment<byte> buffer) => CopyFrom(buffer.AsSpan());

    /// <summary>A copy of the part of an array.</summary>
    public static ByteString CopyFrom(byte[] array, int offset, int count) => CopyFrom(array.AsSpan(offset, count));

    /// <summary>A copy of the memory.</summary>
    public static ByteString CopyFrom(Memory<byte> memory) => CopyFrom(memory.Span);

    /// <summary>A copy of the part of the memory.</summary>
    public static ByteString CopyFrom(Memory<byte> memory, int offset, int count) => CopyFrom(memory.Span.Slice(offset, count));

    /// <summary>A copy of the span.</summary>
    public static ByteString CopyFrom(Span<byte> span) => span.IsEmpty ? Empty : new ByteString(span.ToArray());

    /// <summary>A copy of the part of the span.</summary>
    public static ByteString CopyFrom(Span<byte> span, int offset, int count) => CopyFrom(span.Slice(offset, count));

    /// <summary>A copy of all the parts, in order.</summary>
    public static ByteString CopyFrom(IEnumerable<ArraySegment<byte>> buffers) => new(buffers.SelectMany(b => b).ToArray());

    /// <summary>Takes the array over.</summary>
    public static ByteString FromBytes(byte[] array) => new(array);

    /// <summary>Takes the part of an array over.</summary>
    public static ByteString FromBytes(ArraySegment<byte> buffer) => new(buffer);

    /// <summary>Takes the part of an array over.</summary>
    public static ByteString FromBytes(byte[] array, int offset, int count) => new(array.AsMemory(offset, count));

    /// <summary>Joins the parts, in order.</summary>
    public static ByteString FromBytes(IEnumerable<ArraySegment<byte>> buffers) => CopyFrom(buffers);

    /// <summary>The text in UTF-8.</summary>
    public static ByteString FromString(string str) => FromString(str, Encoding.UTF8);

    /// <summary>The text in an encoding.</summary>
    public static ByteString FromString(string str, Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        return new ByteString(encoding.GetBytes(str));
    }

    /// <summary>A copy of the array.</summary>
    public static explicit operator ByteString(byte[] bytes) => CopyFrom(bytes);

    /// <summary>A copy of the bytes.</summary>
    public static explicit operator byte[](ByteString byteString) => byteString.ToArray();

    /// <summary>Both, one after the other.</summary>
    public static ByteString operator +(ByteString x, ByteString y) => x.Concat(y);

    /// <summary>Whether both hold the same bytes.</summary>
    public static bool operator ==(ByteString? x, ByteString? y) => x is null ? y is null : x.Equals(y);

    /// <summary>Whether they hold different bytes.</summary>
    public static bool operator !=(ByteString? x, ByteString? y) => !(x == y);

    /// <summary>The same in one piece: itself.</summary>
    public ByteString Compact() => this;

    /// <summary>The bytes from a place on.</summary>
    public ByteString Slice(int index) => new(_bytes[index..]);

    /// <summary>A number of bytes from a place on.</summary>
    public ByteString Slice(int index, int count) => new(_bytes.Slice(index, count));

    /// <summary>The first place of a byte; -1 where there is none.</summary>
    public int IndexOf(byte b) => _bytes.Span.IndexOf(b);

    /// <summary>The first place of a byte at or after another place; -1 where there is none.</summary>
    public int IndexOf(byte b, int from)
    {
        var found = _bytes.Span[from..].IndexOf(b);
        return found < 0 ? -1 : found + from;
    }

    /// <summary>Whether the other bytes stand at the given place.</summary>
    public bool HasSubstring(ByteString other, int index)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _bytes.Span[index..].StartsWith(other._bytes.Span);
    }

    /// <summary>A copy of the bytes.</summary>
    public byte[] ToArray() => _bytes.ToArray();

    /// <summary>Both, one after the other.</summary>
    public ByteString Concat(ByteString other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsEmpty)
            return other;
        if (other.IsEmpty)
            return this;
        var joined = new byte[Count + other.Count];
        _bytes.CopyTo(joined);
        other._bytes.CopyTo(joined.AsMemory(Count));
        return new ByteString(joined);
    }

    /// <summary>Copies at most <paramref name="count"/> bytes to a place in the buffer; gives their number.</summary>
    public int CopyTo(byte[] buffer, int index, int count) => Copy(buffer.AsSpan(index, count));

    /// <summary>Copies as many bytes as fit; gives their number.</summary>
    public int CopyTo(ref Memory<byte> buffer) => Copy(buffer.Span);

    /// <summary>Copies at most <paramref name="count"/> bytes to a place in the buffer; gives their number.</summary>
    public int CopyTo(ref Memory<byte> buffer, int index, int count) => Copy(buffer.Span.Slice(index, count));

    /// <summary>Copies as many bytes as fit; gives their number.</summary>
    public int CopyTo(ref Span<byte> buffer) => Copy(buffer);

    /// <summary>Copies at most <paramref name="count"/> bytes to a place in the buffer; gives their number.</summary>
    public int CopyTo(ref Span<byte> buffer, int index, int count) => Copy(buffer.Slice(index, count));

    /// <summary>Writes the bytes to a stream.</summary>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(_bytes.Span);
    }

    /// <summary>Writes the bytes to a stream.</summary>
    public Task WriteToAsync(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.WriteAsync(_bytes).AsTask();
    }

    /// <inheritdoc/>
    public IEnumerator<byte> GetEnumerator() => MemoryMarshal.ToEnumerable(_bytes).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ByteString? other) => other is not null && _bytes.Span.SequenceEqual(other._bytes.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ByteString);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_bytes.Span);
        return hash.ToHashCode();
    }

    /// <summary>The text that the bytes are in UTF-8.</summary>
    public override string ToString() => ToString(Encoding.UTF8);

    /// <summary>The text that the bytes are in an encoding.</summary>
    public string ToString(Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        return encoding.GetString(_bytes.Span);
    }

    private int Copy(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, Count);
        _bytes.Span[..count].CopyTo(buffer);
        return count;
    }
}
