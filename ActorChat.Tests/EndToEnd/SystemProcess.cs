namespace ActorChat.Tests.EndToEnd;

/// <summary>A process with nothing but an actor system: <see cref="SystemProgram"/>.</summary>
internal sealed class SystemProcess : ChildProcess
{
    private SystemProcess(string settings, string what)
        : base([typeof(SystemProgram).Assembly.Location, settings, what])
    {
    }

    /// <summary>Starts it and waits until its system is there.</summary>
    public static async Task<SystemProcess> StartAsync(string settings, string what)
    {
        var process = new SystemProcess(settings, what);
        await process.Output.WaitForAsync("ready\n");
        return process;
    }

    /// <summary>Lets it go on, and waits for its end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> GoOnAsync()
    {
        await TypeAsync("\n");
        return await ExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    public Task<(int ExitCode, string Output, string Errors)> FinishAsync() => ExitAsync();
}
