using System.Diagnostics;

namespace ActorChat.Tests.EndToEnd.Support;

/// <summary>A program, mostly one of ours, as a child process, with its three streams in pipes. A test that ends early ends it too.</summary>
internal abstract class ChildProcess : IDisposable
{
    private readonly Process _process;

    /// <param name="arguments">The program's assembly, then its arguments.</param>
    /// <param name="folder">Its current directory; null for ours.</param>
    /// <param name="terminal">The path of a terminal that is to be its standard input; null for a pipe.</param>
    /// <param name="keepErrors">Which lines of its standard error are kept; null for all.</param>
    protected ChildProcess(IEnumerable<string> arguments, string? folder = null, string? terminal = null, Func<string, bool>? keepErrors = null)
        : this(Host, arguments, folder, terminal, keepErrors)
    {
    }

    /// <param name="program">A name on the PATH, or a path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its current directory; null for ours.</param>
    /// <param name="terminal">The path of a terminal that is to be its standard input; null for a pipe.</param>
    /// <param name="keepErrors">Which lines of its standard error are kept; null for all.</param>
    protected ChildProcess(
        string program, IEnumerable<string> arguments, string? folder = null, string? terminal = null, Func<string, bool>? keepErrors = null)
    {
        // A shell that runs the tests in the background lets its children ignore Ctrl+C: env gives the default back.
        string[] command = ["env", "--default-signal", program, .. arguments];
        if (terminal is not null)
            command = ["sh", "-c", "exec \"$@\" < \"$0\"", terminal, .. command];
        _process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? string.Empty,
        })!;
        Output = new CollectedText(_process.StandardOutput.BaseStream);
        Errors = new CollectedText(_process.StandardError.BaseStream, keepErrors);
    }

    /// <summary>Its number. (env has made way for the program by then: it is the same process.)</summary>
    public int Id => _process.Id;

    /// <summary>Standard output.</summary>
    public CollectedText Output { get; }

    /// <summary>Standard error.</summary>
    public CollectedText Errors { get; }

    /// <summary>What runs an assembly.</summary>
    protected static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public Task TypeAsync(string text) => TypeAsync(Encoding.UTF8.GetBytes(text));

    public async Task TypeAsync(byte[] bytes)
    {
        var stream = _process.StandardInput.BaseStream;
        await stream.WriteAsync(bytes).AsTask().WaitAsync(TestTimeout.Limit);
        await stream.FlushAsync();
    }

    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Types everything and ends the input, as <c>printf … | program</c> does.</summary>
    public async Task PipeAsync(string text)
    {
        await TypeAsync(text);
        EndInput();
    }

    /// <summary>Sends a POSIX signal to this process alone.</summary>
    public async Task SignalAsync(string name)
    {
        // The shell's own kill: a minimal system has no other.
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        await kill.WaitForExitAsync().WaitAsync(TestTimeout.Limit);
    }

    /// <summary>Lets it write to no file beyond this place (<c>ulimit -f</c>, for a process that runs): bytes, or <c>unlimited</c>.</summary>
    public async Task LimitFilesAsync(string bytes)
    {
        using var prlimit = Process.Start("prlimit", ["--pid", $"{_process.Id}", $"--fsize={bytes}:"]);
        await prlimit.WaitForExitAsync().WaitAsync(TestTimeout.Limit);
        if (prlimit.ExitCode != 0)
            throw new InvalidOperationException($"prlimit ended with {prlimit.ExitCode}.");
    }

    /// <summary>Ends it as a power cut would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(TestTimeout.Limit);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    /// <summary>Waits for its own end; whoever types must have ended the input where that matters.</summary>
    protected async Task<(int ExitCode, string Output, string Errors)> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TestTimeout.Limit);
        return (_process.ExitCode, await Output.Whole.WaitAsync(TestTimeout.Limit), await Errors.Whole.WaitAsync(TestTimeout.Limit));
    }
}
