using Xunit;

namespace ActorChat.Tests.EndToEnd;

/// <summary>How the end of a process and the coordinated shutdown of its actor system go together.</summary>
public class ProcessEndTests
{
    private const string ByExit = "ready\nstopping: ClrExitReason\nterminated\n";

    [Theory]
    [InlineData("TERM", 128 + 15)]
    [InlineData("INT", 128 + 2)]
    [Trait("Upstream", "differs: it only listens to ProcessExit, which .NET 10 does not raise for signals")]
    public async Task A_signal_runs_the_phases_before_it_ends_the_process(string signal, int exitCode)
    {
        using var process = await SystemProcess.StartAsync("", "leave");
        await process.SignalAsync(signal);
        Assert.Equal((exitCode, ByExit, ""), await process.FinishAsync());
    }

    [Theory]
    [InlineData("leave")]
    [InlineData("exit")]
    public async Task Leaving_runs_the_phases_and_keeps_the_exit_code(string how)
    {
        using var process = await SystemProcess.StartAsync("", how);
        Assert.Equal((SystemProgram.OwnExitCode, ByExit, ""), await process.GoOnAsync());
    }

    [Fact]
    public async Task Where_the_hook_is_off_the_process_just_ends()
    {
        const string Off = "akka.coordinated-shutdown.run-by-clr-shutdown-hook = off";
        using var signalled = await SystemProcess.StartAsync(Off, "leave");
        await signalled.SignalAsync("TERM");
        Assert.Equal((128 + 15, "ready\n", ""), await signalled.FinishAsync());

        using var left = await SystemProcess.StartAsync(Off, "leave");
        Assert.Equal((SystemProgram.OwnExitCode, "ready\n", ""), await left.GoOnAsync());
    }

    [Fact]
    public async Task A_signal_that_the_program_has_taken_on_is_the_programs_own_affair()
    {
        using var process = await SystemProcess.StartAsync("", "handle");
        await process.SignalAsync("TERM");
        await process.Output.WaitForAsync("handled\n");
        Assert.Equal((SystemProgram.OwnExitCode, "ready\nhandled\nstopping: ClrExitReason\nterminated\n", ""), await process.GoOnAsync());
    }

    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    public async Task A_shutdown_can_end_the_process(string hook)
    {
        using var process = await SystemProcess.StartAsync(
            $"akka.coordinated-shutdown.exit-clr = on\nakka.coordinated-shutdown.run-by-clr-shutdown-hook = {hook}", "shutdown");
        Assert.Equal((0, "ready\nstopping: UnknownReason\nterminated\n", ""), await process.GoOnAsync());
    }
}
