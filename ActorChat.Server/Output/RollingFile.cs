using Microsoft.Win32.SafeHandles;

namespace ActorChat.Server.Output;

/// <summary>
/// Rotates by size: <c>log.json.1</c> is the newest old file. Entries are written whole or not at all: a part that a full
/// disk leaves is truncated.
/// </summary>
internal sealed class RollingFile : IOutputTarget
{
    public const long DefaultMaxBytes = 100L << 20;

    /// <summary>Files kept, including the current one.</summary>
    public const int MaxFiles = 5;

    private readonly string _path;
    private readonly long _maxBytes;
    private SafeFileHandle _file;
    private long? _incompleteAt;
    private bool _needsLineEnd;

    private RollingFile(string path, long maxBytes, SafeFileHandle file)
    {
        (_path, _maxBytes, _file) = (path, maxBytes, file);
        _needsLineEnd = EndsWithinLine(file);
    }

    /// <summary>Opens the file for appending. Creates it and its folder where missing.</summary>
    /// <exception cref="Exception">One for which <see cref="IsRefusal"/> holds: not writable, or not a file.</exception>
    public static RollingFile Open(string path, long maxBytes = DefaultMaxBytes)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return new RollingFile(full, maxBytes, OpenFile(full));
    }

    /// <summary>Tests whether <see cref="Open"/> would succeed. Removes what it creates.</summary>
    /// <exception cref="Exception">As for <see cref="Open"/>.</exception>
    public static void Check(string path)
    {
        var missing = FindMissing(Path.GetFullPath(path));
        try
        {
            Open(path).Dispose();
        }
        finally
        {
            Remove(missing);
        }
    }

    /// <summary>Whether an exception means that the file is unusable. .NET has many: a size limit raises an ArgumentException.</summary>
    public static bool IsRefusal(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    public void Write(ReadOnlySpan<byte> entry)
    {
        try
        {
            TruncateIncomplete();
            Append(_needsLineEnd ? [(byte)'\n', .. entry] : entry);
            _needsLineEnd = false;
        }
        catch (Exception refusal) when (IsRefusal(refusal))
        {
            throw new IOException(refusal.Message, refusal);
        }
    }

    public void Dispose() => _file.Dispose();

    // Opens for reading too: opening a pipe without a reader just for writing would block.
    private static SafeFileHandle OpenFile(string path)
    {
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            // Throws for pipes and terminals, which have no positions.
            _ = RandomAccess.GetLength(file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // Returns the missing file and folders, innermost first. Stops at a link: the link itself exists.
    private static List<string> FindMissing(string path)
    {
        List<string> missing = [];
        for (var part = path; part is not null && !Path.Exists(part) && new FileInfo(part).LinkTarget is null; part = Path.GetDirectoryName(part))
            missing.Add(part);
        return missing;
    }

    private static void Remove(List<string> created)
    {
        foreach (var part in created)
        {
            try
            {
                if (Directory.Exists(part))
                    Directory.Delete(part);
                else
                    File.Delete(part);
            }
            catch (IOException)
            {
                // The folder was never created, or another program uses it by now.
            }
        }
    }

    private static bool EndsWithinLine(SafeFileHandle file)
    {
        Span<byte> last = stackalloc byte[1];
        var length = RandomAccess.GetLength(file);
        return length > 0 && RandomAccess.Read(file, last, length - 1) == 1 && last[0] != '\n';
    }

    // Asks for the length each time: others may truncate the file (logrotate's copytruncate).
    private void Append(ReadOnlySpan<byte> bytes)
    {
        var end = RandomAccess.GetLength(_file);
        if (end > 0 && end + bytes.Length > _maxBytes)
        {
            Rotate();
            end = 0;
        }

        _incompleteAt = end;
        try
        {
            RandomAccess.Write(_file, bytes, end);
            _incompleteAt = null;
        }
        finally
        {
            TruncateIncomplete();
        }
    }

    // Keeps the position when truncating fails: nothing may be appended to an incomplete entry.
    private void TruncateIncomplete()
    {
        if (_incompleteAt is { } end && RandomAccess.GetLength(_file) > end)
            RandomAccess.SetLength(_file, end);
        _incompleteAt = null;
    }

    // Moves nothing if the current file is gone: an earlier attempt failed after moving all.
    private void Rotate()
    {
        for (var number = File.Exists(_path) ? MaxFiles - 1 : 0; number > 0; number--)
        {
            if (File.Exists(NameOf(number - 1)))
                File.Move(NameOf(number - 1), NameOf(number), overwrite: true);
        }

        var opened = OpenFile(_path);
        _file.Dispose();
        _file = opened;
    }

    private string NameOf(int number) => number == 0 ? _path : $"{_path}.{number}";
}
