using System.Runtime.InteropServices;
using System.Text;

namespace ActorChat.Server.Storage.Sqlite.Files;

/// <summary>Tells files from what only looks like one in a folder: devices, pipes, sockets. .NET does not.</summary>
internal static class FileKind
{
    // Of linux/stat.h and linux/fcntl.h. struct statx is the same on every processor, and 256 bytes long.
    private const int CurrentFolder = -100, TypeAndMode = 3, Length = 256, ModeAt = 28;
    private const int TypeBits = 0xF000, RegularFile = 0x8000, Folder = 0x4000;

    /// <summary>Whether there is something else than a file or a folder at a path. Linux only; elsewhere nothing is.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        var status = new byte[Length];
        if (GetStatus(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), flags: 0, TypeAndMode, status) != 0)
            return false;
        return (BitConverter.ToUInt16(status, ModeAt) & TypeBits) is not (RegularFile or Folder);
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetStatus(int folder, byte[] path, int flags, uint mask, [Out] byte[] status);
}
