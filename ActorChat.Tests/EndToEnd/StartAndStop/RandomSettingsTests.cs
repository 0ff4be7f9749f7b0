namespace ActorChat.Tests.EndToEnd.StartAndStop;

public sealed class RandomSettingsTests
{
    [Fact]
    public async Task Random_settings_are_refused_or_read_as_they_were_understood_and_never_end_the_process()
    {
        using var process = new TestProcess("3000");
        var (exitCode, output, errors) = await process.FinishAsync();

        Assert.True(exitCode == 0, $"exit code {exitCode}; the last text:\n{output[output.LastIndexOf("---", StringComparison.Ordinal)..]}\n{string.Concat(errors.Take(2000))}");
    }

    private sealed class TestProcess(params string[] arguments) : ChildProcess([typeof(RandomSettingsTests).Assembly.Location, .. arguments])
    {
        public Task<(int ExitCode, string Output, string Errors)> FinishAsync() => ExitAsync();
    }
}
