using System.Runtime.InteropServices;
using System.Text;

namespace ActorChat.Server.Storage.Sqlite.Files;

/// <summary>
/// Looks at a path by Linux's statx(2). .NET cannot tell files from devices, pipes and sockets. And it asks for times. Since Linux 6.13
/// ("multigrain timestamps") the next write then renews these in the file system's journal. That adds half as much again to a commit.
/// </summary>
/// <param name="path">Its full path.</param>
internal sealed class WatchedFile(string path)
{
    // Of linux/stat.h and linux/fcntl.h.
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 0x3, OnlySize = 0x200;
    private const int TypeBits = 0xF000, RegularFile = 0x8000, Folder = 0x4000;

    // The kernel (4.11), the C library (glibc 2.28, musl 1.2.4) and the sandbox must all know it.
    private static readonly Lazy<bool> HasStatx = new(CanCallStatx);

    private readonly byte[] _path = Encoding.UTF8.GetBytes(path + '\0');

    /// <summary>The length in bytes; null when there is no such file, or nobody may look.</summary>
    public long? Length
    {
        get
        {
            if (HasStatx.Value)
                return TryAsk(OnlySize, out var status) ? status.Size : null;
            return new FileInfo(path) is { Exists: true } file ? file.Length : null;
        }
    }

    /// <summary>Whether it is something else than a file or a folder. Linux only; elsewhere nothing is.</summary>
    public bool IsSpecial => HasStatx.Value && TryAsk(TypeAndMode, out var status) && (status.Mode & TypeBits) is not (RegularFile or Folder);

    private static bool CanCallStatx()
    {
        try
        {
            return OperatingSystem.IsLinux() && new WatchedFile("/").TryAsk(OnlySize, out _);
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private bool TryAsk(uint mask, out StatxAnswer answer) => Statx(CurrentFolder, _path, 0, mask, out answer) == 0;

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, out StatxAnswer answer);

    /// <summary><c>struct statx</c>, the same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct StatxAnswer
    {
        [FieldOffset(28)]
        public readonly ushort Mode;

        [FieldOffset(40)]
        public readonly long Size;
    }
}
