namespace ActorChat.Tests.EndToEnd.Support;

/// <summary>One of our programs with a shell's redirections, such as <c>&gt;/dev/full</c> or <c>2&gt;&amp;-</c>.</summary>
internal sealed class RedirectedProcess : ChildProcess
{
    private RedirectedProcess(string folder, IEnumerable<string> command)
        : base("sh", command, folder)
    {
    }

    public static RedirectedProcess Start(Type program, string folder, string redirections, params string[] arguments) =>
        new(folder, ["-c", $"exec \"$@\" {redirections}", "sh", Host, program.Assembly.Location, .. arguments]);

    public Task<(int ExitCode, string Output, string Errors)> FinishAsync() => ExitAsync();

    public async Task<(int ExitCode, string Output, string Errors)> StopAsync()
    {
        await SignalAsync("TERM");
        return await ExitAsync();
    }
}
