using System.Runtime.InteropServices;

namespace ActorChat.Tests.EndToEnd.Support;

/// <summary>A terminal without a screen: a process has one end as its standard input, the test types at the other.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private readonly FileStream _keyboard = new("/dev/ptmx", new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.ReadWrite,
        Share = FileShare.ReadWrite,
        BufferSize = 0,
    });

    public PseudoTerminal()
    {
        var name = new byte[64];
        if (Grant(Keyboard) != 0 || Unlock(Keyboard) != 0 || NameOf(Keyboard, name, name.Length) != 0)
            throw new InvalidOperationException("The system gives no pseudo terminal.");
        Path = Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0));
    }

    /// <summary>The end for the process.</summary>
    public string Path { get; }

    private int Keyboard => (int)_keyboard.SafeFileHandle.DangerousGetHandle();

    public Task TypeLineAsync(string line) => TypeAsync(line + "\n");

    /// <summary>Ctrl+D.</summary>
    public Task EndInputAsync() => TypeAsync("\x04");

    public void Dispose() => _keyboard.Dispose();

    private async Task TypeAsync(string keys)
    {
        await _keyboard.WriteAsync(Encoding.UTF8.GetBytes(keys));
        await _keyboard.FlushAsync();
    }

    [DllImport("libc", EntryPoint = "grantpt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Grant(int terminal);

    [DllImport("libc", EntryPoint = "unlockpt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Unlock(int terminal);

    [DllImport("libc", EntryPoint = "ptsname_r")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NameOf(int terminal, [Out] byte[] name, nint length);
}
