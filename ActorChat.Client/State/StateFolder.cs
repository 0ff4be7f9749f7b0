using System.Text;

namespace ActorChat.Client.State;

/// <summary>
/// Keeps files between runs in <c>$XDG_STATE_HOME/actorchat</c>, or <c>~/.local/state/actorchat</c>, readable by the owner only.
/// </summary>
/// <param name="path">The folder; created with the first file.</param>
internal sealed class StateFolder(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Our files are far smaller: a bigger one is somebody else's, and not read into memory.
    private const long MaxBytes = 4 * 1024 * 1024;

    /// <summary>The folder that the environment names.</summary>
    public static StateFolder Find(Func<string, string?> variable)
    {
        // The XDG specification demands that relative paths are ignored.
        var root = variable("XDG_STATE_HOME") is { Length: > 0 } named && Path.IsPathRooted(named)
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return new StateFolder(Path.Combine(root, "actorchat"));
    }

    /// <summary>Where a file of that name is, or would be.</summary>
    public string PathOf(string name) => Path.Combine(path, name);

    /// <summary>The lines of a file; none if it cannot be read.</summary>
    public IReadOnlyList<string> ReadLines(string name)
    {
        try
        {
            var file = new FileInfo(PathOf(name));
            return file.Exists && file.Length <= MaxBytes ? File.ReadAllLines(file.FullName) : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return []; // A loss of convenience only. The next write reports the reason.
        }
    }

    /// <summary>Replaces a file, whole or not at all. Returns the error; null: none.</summary>
    public Exception? WriteLines(string name, IEnumerable<string> lines)
    {
        try
        {
            CreateFolder();
            var file = PathOf(name);
            var draft = $"{file}.{Environment.ProcessId}";
            using (var writer = new StreamWriter(draft, new UTF8Encoding(false), Options()))
            {
                foreach (var line in lines)
                    writer.Write($"{line}\n");
            }

            File.Move(draft, file, overwrite: true);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure;
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }
}
