using System.Text;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage.Sqlite.Files;

/// <summary>
/// What the file system says about the place of a database. The database file itself is never opened here: POSIX drops all of a
/// process's locks on a file as soon as it closes any handle to it, those of an open SQLite connection too.
/// </summary>
internal static class SqlitePath
{
    /// <summary>The absolute path, from the current directory.</summary>
    /// <exception cref="OpenException">It is no path at all.</exception>
    public static string Full(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception cause) when (cause is ArgumentException or IOException or NotSupportedException)
        {
            throw new OpenException(path, new OpenError.Other(cause.Message), cause);
        }
    }

    /// <summary>Why no database can be written at this full path; null where nothing speaks against it.</summary>
    public static OpenError? FindProblem(string path)
    {
        if (Directory.Exists(path))
            return new OpenError.PathIsFolder();
        if (new WatchedFile(path).IsSpecial)
            return new OpenError.PathIsSpecial();

        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
            return new OpenError.FolderMissing(folder);

        return CanCreateIn(folder) ? null : new OpenError.FolderNotWritable(folder);
    }

    /// <summary>The path of a file that does not exist, in the same folder and with a name not shorter than this one.</summary>
    public static string Beside(string path)
    {
        // File systems count bytes.
        var name = $".actorchat-{Guid.NewGuid():N}".PadRight(Encoding.UTF8.GetByteCount(Path.GetFileName(path)), '-');
        return Path.Combine(Path.GetDirectoryName(path)!, name);
    }

    /// <summary>The path of a file that gets the target's name when it is whole. The target's name with a suffix might be too long.</summary>
    public static string Unfinished(string target) => Path.Combine(Path.GetDirectoryName(target) ?? target, $".actorchat-{Guid.NewGuid():N}");

    /// <summary>Creates an empty file. Who may not read the other one may not read this one.</summary>
    /// <param name="path">The full path; nothing may be there.</param>
    /// <param name="like">The full path of the other file.</param>
    public static void Create(string path, string like)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = File.GetUnixFileMode(like);
        new FileStream(path, options).Dispose();
    }

    /// <summary>
    /// Creates a file of a random name and removes it at once: permission bits alone know nothing of access lists, of read-only
    /// mounts or of who is asking.
    /// </summary>
    private static bool CanCreateIn(string folder)
    {
        try
        {
            var probe = Path.Combine(folder, $".actorchat-{Guid.NewGuid():N}");
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
