using ActorChat.Server.Storage.Sqlite.Files;

namespace ActorChat.Server.Hosting.Maintenance;

/// <summary>A file that gets its name only when it is whole, and never replaces another. Only its owner may read it.</summary>
/// <param name="target">The full path.</param>
internal sealed class NewFile(string target) : IDisposable
{
    private readonly string _unfinished = SqlitePath.Unfinished(target);
    private FileStream? _stream;

    /// <summary>Takes the content.</summary>
    public FileStream Stream => _stream ??= Open();

    /// <summary>Has the disk keep the content, and gives the file its name.</summary>
    /// <exception cref="IOException">That is not possible, or the name is taken.</exception>
    public void Publish()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_unfinished, target, overwrite: false);
    }

    public void Dispose()
    {
        _stream?.Dispose();
        if (File.Exists(_unfinished))
            File.Delete(_unfinished);
    }

    private FileStream Open()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 64 * 1024 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(_unfinished, options);
    }
}
