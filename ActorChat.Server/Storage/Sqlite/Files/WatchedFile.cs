using System.Runtime.InteropServices;
using System.Text;

namespace ActorChat.Server.Storage.Sqlite.Files;

/// <summary>
/// A file that is being written and looked at in turn, without asking for its times: since Linux 6.13 ("multigrain timestamps")
/// whoever asks for those makes the next write renew them in the file system's journal, which adds half as much again to a commit.
/// </summary>
/// <param name="path">Its full path.</param>
internal sealed class WatchedFile(string path)
{
    // From statx(2).
    private const int CurrentFolder = -100;
    private const uint OnlySize = 0x200;

    private static readonly Lazy<bool> HasStatx = new(CanCallStatx);

    private readonly byte[] _path = Terminated(path);

    /// <summary>The length in bytes; null when there is no such file, or nobody may look.</summary>
    public long? Length => HasStatx.Value ? Ask(_path) : new FileInfo(path) is { Exists: true } file ? file.Length : null;

    // The kernel (4.11), the C library (glibc 2.28, musl 1.2.4) and the sandbox must all know it.
    private static bool CanCallStatx()
    {
        try
        {
            return OperatingSystem.IsLinux() && Ask(Terminated("/")) is not null;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static long? Ask(byte[] path) => Statx(CurrentFolder, path, 0, OnlySize, out var answer) == 0 ? answer.Size : null;

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, out StatxAnswer answer);

    /// <summary><c>struct statx</c>, the same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct StatxAnswer
    {
        [FieldOffset(40)]
        public readonly long Size;
    }
}
