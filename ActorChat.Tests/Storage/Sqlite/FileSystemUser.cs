using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace ActorChat.Tests.Storage.Sqlite;

/// <summary>
/// Permission bits mean nothing to root, and tests often run as root (in containers). On Linux a single thread can give up root's
/// rights on files, with setfsuid(2), while the rest of the process keeps them. For any other user this changes nothing.
/// </summary>
internal static class FileSystemUser
{
    private const uint Nobody = 65534;
    private const uint AskOnly = uint.MaxValue;

    /// <summary>Runs the work on a thread of its own, to which permission bits apply, and passes its exception on.</summary>
    public static void RunWithoutRootsRights(Action work)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                GiveUpRootsRights();
                work();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    private static void GiveUpRootsRights()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return;
        _ = SetFileSystemUser(Nobody);
        Assert.Equal(Nobody, (uint)SetFileSystemUser(AskOnly));
    }

    /// <summary>Of the calling thread only; gives back the user before, and reports no errors.</summary>
    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileSystemUser(uint user);
}
