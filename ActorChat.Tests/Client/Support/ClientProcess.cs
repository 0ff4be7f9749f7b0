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

    private ClientProcess(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(ExitCode).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        _process = Process.Start(start)!;
        Output = new CollectedText(_process.StandardOutput.BaseStream);
        _errors = new CollectedText(_process.StandardError.BaseStream);
    }

    public CollectedText Output { get; }

    public static ClientProcess Start(params string[] arguments) => new(arguments);

    public static ClientProcess Start(WireServer server, params string[] arguments) =>
        new([.. arguments, "--port", server.Port.ToString(CultureInfo.InvariantCulture)]);

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
}
