using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ActorChat.Server.Diagnostics;

/// <summary>
/// Reads lines from a terminal, directly: <see cref="Console.In"/> would take over editing and echo from the kernel, and
/// would have to restore them at the end.
/// </summary>
internal sealed class TerminalInput
{
    private const int SigTtIn = 21;
    private const nint Ignore = 1;
    private const int StandardOutput = 1;
    private const nuint GetWindowSize = 0x5413;
    private const int DefaultColumns = 80;
    private const int MinColumns = 40;

    // Polls while the server is in the background: nothing signals its return to the foreground.
    private static readonly TimeSpan BackgroundPause = TimeSpan.FromSeconds(1);

    private readonly StreamReader _reader;

    private TerminalInput(Stream stream) => _reader = new StreamReader(stream, Encoding.UTF8);

    /// <summary>The width of the terminal. Avoids <see cref="Console.WindowWidth"/>, which would take the terminal over.</summary>
    public static int Columns
    {
        get
        {
            var size = new ushort[4];
            var isKnown = OperatingSystem.IsLinux() && Control(StandardOutput, GetWindowSize, size) == 0 && size[1] > 0;
            return isKnown ? Math.Max(MinColumns, (int)size[1]) : DefaultColumns;
        }
    }

    /// <summary>Returns null if standard input is not a terminal.</summary>
    public static TerminalInput? Open()
    {
        if (Console.IsInputRedirected)
            return null;
        if (OperatingSystem.IsWindows())
            return new TerminalInput(Console.OpenStandardInput());

        // Reading in the background would stop the whole server. With SIGTTIN ignored, just the read fails.
        _ = SetSignal(SigTtIn, Ignore);
        return new TerminalInput(new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0));
    }

    /// <summary>Blocks for each line; ends with Ctrl+D.</summary>
    public IEnumerable<string> Lines()
    {
        while (true)
        {
            if (!TryRead(out var line))
                Thread.Sleep(BackgroundPause);
            else if (line is null)
                yield break;
            else
                yield return line;
        }
    }

    // Returns false while another program has the terminal.
    private bool TryRead(out string? line)
    {
        line = null;
        try
        {
            line = _reader.ReadLine();
            return true;
        }
        catch (IOException)
        {
            // EIO instead of SIGTTIN.
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SetSignal(int signal, nint handler);

    [DllImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, nuint request, [Out] ushort[] size);
}
