using System.Diagnostics;
using System.Globalization;
using System.Text;
using ActorChat.Client;

namespace ActorChat.Tests.Client.Support;

/// <summary>The real client, as a child process with its three streams in pipes. A test that ends early ends it too.</summary>
internal sealed class ClientProcess : IDisposable
{
    private readonly Process _process;
    private readonly CollectedText _errors;

    private ClientProcess(string program, IEnumerable<string> arguments)
    {
        _process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Output = new CollectedText(_process.StandardOutput.BaseStream);
        _errors = new CollectedText(_process.StandardError.BaseStream);
    }

    public CollectedText Output { get; }

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Program => typeof(ExitCode).Assembly.Location;

    public static ClientProcess Start(params string[] arguments) => new(Host, [Program, .. arguments]);

    public static ClientProcess Start(WireServer server, params string[] arguments) => Start([.. arguments, .. Port(server)]);

    /// <summary>As from a terminal: a shell that runs the tests in the background lets its children ignore Ctrl+C.</summary>
    public static ClientProcess StartInForeground(WireServer server, params string[] arguments) =>
        new("env", ["--default-signal", Host, Program, .. arguments, .. Port(server)]);

    public async Task TypeAsync(string text)
    {
        var stream = _process.StandardInput.BaseStream;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask().WaitAsync(Patience.Limit);
        await stream.FlushAsync();
    }

    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Types everything and ends the input, as <c>printf … | actorchat</c> does.</summary>
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
        await kill.WaitForExitAsync().WaitAsync(Patience.Limit);
    }

    /// <summary>Waits for its own end; whoever types must have ended the input where that matters.</summary>
    public async Task<ClientRun> FinishAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience.Limit);
        return new ClientRun(
            (ExitCode)_process.ExitCode, await Output.Whole.WaitAsync(Patience.Limit), await _errors.Whole.WaitAsync(Patience.Limit));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static string[] Port(WireServer server) => ["--port", server.Port.ToString(CultureInfo.InvariantCulture)];
}
