using System.Runtime.InteropServices;
using System.Text;
using ActorChat.Client.Posix;
using Microsoft.Win32.SafeHandles;

namespace ActorChat.Client.Terminal;

/// <summary>
/// The terminal on standard input and output of a Unix system. The only file that knows termios. Does not use .NET's
/// <see cref="Console"/>, which decodes keys by itself, which breaks pastes, and edits lines where it should not.
/// </summary>
internal sealed class UnixTerminal : ITerminal
{
    private const int AfterDrain = 1;
    private const int TerminalStop = 20, TerminalStopOfMac = 18;
    private const nuint GetWindowSize = 0x5413;
    private const int UsualColumns = 80;

    // Larger than any system's struct termios, which only the C library looks into.
    private const int TermiosBytes = 512;

    private const string PasteMarksOn = "\u001B[?2004h", PasteMarksOff = "\u001B[?2004l";

    private static readonly TimeSpan StopTime = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly byte[] _original;
    private readonly byte[] _raw;
    private readonly FileStream _keys = Open(Descriptor.Input, FileAccess.Read);
    private readonly FileStream _screen = Open(Descriptor.Output, FileAccess.Write);
    private bool _entered;

    private UnixTerminal(byte[] original)
    {
        _original = original;
        _raw = [.. original];
        MakeRaw(_raw);
    }

    public int Columns
    {
        get
        {
            if (!OperatingSystem.IsLinux())
                return Console.WindowWidth;

            var size = new ushort[4];
            return Control(Descriptor.Output, GetWindowSize, size) is 0 && size[1] > 0 ? size[1] : UsualColumns;
        }
    }

    /// <summary>The terminal; null where standard input or output is none, and on other systems.</summary>
    public static UnixTerminal? TryOpen()
    {
        var attributes = new byte[TermiosBytes];
        return !OperatingSystem.IsWindows() && !Console.IsInputRedirected && !Console.IsOutputRedirected
            && GetAttributes(Descriptor.Input, attributes) is 0 ? new UnixTerminal(attributes) : null;
    }

    /// <summary>Lets the terminal show what is typed, or not, where it edits lines by itself. Nothing on other systems.</summary>
    public static void SetEcho(bool isOn)
    {
        // struct termios begins with the flags of input, output, control and local modes; ECHO is one of the last.
        const byte Echo = 8;
        var place = OperatingSystem.IsMacOS() ? 24 : 12;
        var attributes = new byte[TermiosBytes];
        if (OperatingSystem.IsWindows() || GetAttributes(Descriptor.Input, attributes) is not 0)
            return;

        attributes[place] = (byte)(isOn ? attributes[place] | Echo : attributes[place] & ~Echo);
        _ = SetAttributes(Descriptor.Input, AfterDrain, attributes);
    }

    public void Enter()
    {
        lock (_lock)
        {
            _entered = true;
            Set(_raw);
            Write(PasteMarksOn);
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (!_entered)
                return;

            _entered = false;
            Set(_original);
            Write(PasteMarksOff);
        }
    }

    public int Read(Span<byte> bytes) => _keys.Read(bytes);

    public bool HasInput(TimeSpan timeout) => Descriptor.HasInput(Descriptor.Input, timeout);

    public void Write(string text) => _screen.Write(Encoding.UTF8.GetBytes(text));

    public void Suspend()
    {
        // Stops the whole job, as the terminal would: the shell also waits for our parent (dotnet run).
        _ = Kill(0, OperatingSystem.IsMacOS() ? TerminalStopOfMac : TerminalStop);

        // The signal stops the threads one by one. The system ignores it where no shell controls jobs (xterm -e actorchat).
        Thread.Sleep(StopTime);
    }

    private static FileStream Open(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: false), access, bufferSize: 0);

    private static void Set(byte[] attributes)
    {
        if (SetAttributes(Descriptor.Input, AfterDrain, attributes) != 0)
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
    }

    [DllImport("libc", EntryPoint = "tcgetattr")]
    private static extern int GetAttributes(int descriptor, [Out] byte[] attributes);

    [DllImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    private static extern int SetAttributes(int descriptor, int when, [In] byte[] attributes);

    [DllImport("libc", EntryPoint = "cfmakeraw")]
    private static extern void MakeRaw([In, Out] byte[] attributes);

    [DllImport("libc", EntryPoint = "ioctl")]
    private static extern int Control(int descriptor, nuint request, [Out] ushort[] size);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
