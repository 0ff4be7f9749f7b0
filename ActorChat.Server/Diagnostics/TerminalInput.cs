using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ActorChat.Server.Diagnostics;

/// <summary>
/// Standard input where it is a terminal, line by line. It is read as it is, not through <see cref="Console.In"/>, which would take
/// the terminal's editing and echo over from the kernel: so typing looks the same as in any program, and nothing has to be put
/// right at the end.
/// </summary>
internal sealed class TerminalInput
{
    private const int SigTtIn = 21;
    private const nint Ignore = 1;
    private const int StandardOutput = 1;
    private const nuint GetWindowSize = 0x5413;
    private const int UsualColumns = 80;
    private const int LeastColumns = 40;

    // How often a server in the background looks whether it has been brought to the front: nobody tells it.
    private static readonly TimeSpan BackgroundPause = TimeSpan.FromSeconds(1);

    private readonly StreamReader _reader;

    private TerminalInput(Stream stream) => _reader = new StreamReader(stream, Encoding.UTF8);

    /// <summary>
    /// How wide answers can be: as the terminal that shows them, as usual where that cannot be found out. Not <see cref="Console.WindowWidth"/>,
    /// which would take the terminal over.
    /// </summary>
    public static int Columns
    {
        get
        {
            var size = new ushort[4];
            var isKnown = OperatingSystem.IsLinux() && Control(StandardOutput, GetWindowSize, size) == 0 && size[1] > 0;
            return isKnown ? Math.Max(LeastColumns, (int)size[1]) : UsualColumns;
        }
    }

    /// <summary>Opens it; null where standard input is a file, a pipe or nothing.</summary>
    public static TerminalInput? Open()
    {
        if (Console.IsInputRedirected)
            return null;
        if (OperatingSystem.IsWindows())
            return new TerminalInput(Console.OpenStandardInput());

        // Reading in the background would stop the whole server; with the signal ignored it is an error of this one read.
        _ = SetSignal(SigTtIn, Ignore);
        return new TerminalInput(new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0));
    }

    /// <summary>The lines as they are typed, up to the end (Ctrl+D). Blocks.</summary>
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

    // False while another program has the terminal.
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
            // EIO, as the read was to be stopped by SIGTTIN.
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
