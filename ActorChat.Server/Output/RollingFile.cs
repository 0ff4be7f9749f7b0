using Microsoft.Win32.SafeHandles;

namespace ActorChat.Server.Output;

/// <summary>
/// A file of lines that is begun anew when it is full; older ones get numbers (<c>log.json.1</c> is the youngest of them). An entry is
/// there as a whole or not at all: what a full disk has left of one is cut off again.
/// </summary>
internal sealed class RollingFile : IOutputTarget
{
    /// <summary>What it may hold before it is begun anew.</summary>
    public const long UsualBytes = 100L << 20;

    /// <summary>How many there are, with the youngest.</summary>
    public const int Kept = 5;

    private readonly string _path;
    private readonly long _maxBytes;
    private SafeFileHandle _file;
    private long? _tornAt;
    private bool _beginsInLine;

    private RollingFile(string path, long maxBytes, SafeFileHandle file)
    {
        (_path, _maxBytes, _file) = (path, maxBytes, file);
        _beginsInLine = EndsInLine(file);
    }

    /// <summary>Opens it, to go on behind what it holds; it and its folder are made where they are not there.</summary>
    /// <exception cref="Exception">One for which <see cref="IsRefusal"/> holds: it cannot be written, or is no file.</exception>
    public static RollingFile Open(string path, long maxBytes = UsualBytes)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return new RollingFile(full, maxBytes, OpenFile(full));
    }

    /// <summary>Whether <see cref="Open"/> would succeed, without making anything that stays.</summary>
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

    /// <summary>Whether an exception means that the file cannot be used: .NET has many for that (a limit for files is an argument).</summary>
    public static bool IsRefusal(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> entry)
    {
        try
        {
            CutTornEnd();
            Append(_beginsInLine ? [(byte)'\n', .. entry] : entry);
            _beginsInLine = false;
        }
        catch (Exception refusal) when (IsRefusal(refusal))
        {
            throw new IOException(refusal.Message, refusal);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // For reading too: a pipe without a reader would hold up whoever opens it for writing alone.
    private static SafeFileHandle OpenFile(string path)
    {
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            // Throws where there are no places to write at: pipes, terminals.
            _ = RandomAccess.GetLength(file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // The file and the folders around it that are not there, the innermost first; not behind a link, which is there itself.
    private static List<string> FindMissing(string path)
    {
        List<string> missing = [];
        for (var part = path; part is not null && !Path.Exists(part) && new FileInfo(part).LinkTarget is null; part = Path.GetDirectoryName(part))
            missing.Add(part);
        return missing;
    }

    private static void Remove(List<string> made)
    {
        foreach (var part in made)
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
                // Somebody has put something into the folder meanwhile, and needs it; or there never was one.
            }
        }
    }

    private static bool EndsInLine(SafeFileHandle file)
    {
        Span<byte> last = stackalloc byte[1];
        var length = RandomAccess.GetLength(file);
        return length > 0 && RandomAccess.Read(file, last, length - 1) == 1 && last[0] != '\n';
    }

    // The end is asked for each time: others may cut the file (logrotate's copytruncate).
    private void Append(ReadOnlySpan<byte> bytes)
    {
        var end = RandomAccess.GetLength(_file);
        if (end > 0 && end + bytes.Length > _maxBytes)
        {
            BeginAnew();
            end = 0;
        }

        _tornAt = end;
        try
        {
            RandomAccess.Write(_file, bytes, end);
            _tornAt = null;
        }
        finally
        {
            CutTornEnd();
        }
    }

    // Nothing is written behind a piece of an entry, however long the disk refuses to cut it off.
    private void CutTornEnd()
    {
        if (_tornAt is { } end && RandomAccess.GetLength(_file) > end)
            RandomAccess.SetLength(_file, end);
        _tornAt = null;
    }

    // Where an earlier try got stuck, the others have moved on already.
    private void BeginAnew()
    {
        for (var number = File.Exists(_path) ? Kept - 1 : 0; number > 0; number--)
        {
            if (File.Exists(NameOf(number - 1)))
                File.Move(NameOf(number - 1), NameOf(number), overwrite: true);
        }

        var begun = OpenFile(_path);
        _file.Dispose();
        _file = begun;
    }

    private string NameOf(int number) => number == 0 ? _path : $"{_path}.{number}";
}
