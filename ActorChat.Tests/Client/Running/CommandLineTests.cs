using ActorChat.Client;

namespace ActorChat.Tests.Client.Running;

/// <summary>What the real program does before it connects.</summary>
public class CommandLineTests
{
    [Fact]
    public async Task Help_goes_to_standard_output()
    {
        using var client = ClientProcess.Start("--help");

        var run = await client.FinishAsync();
        run.IsDone();
        Assert.Contains("printf 'ana\\nhola\\n/salir\\n' | actorchat", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--sorpresa'", "--sorpresa")]
    [InlineData("'70000'", "--port", "70000")]
    [InlineData("--nick", "--nick", "")]
    [InlineData("Port 'x' is not valid", "--lang", "en", "--port", "x")]
    public async Task A_wrong_argument_is_one_line_on_standard_error(string named, params string[] arguments)
    {
        using var client = ClientProcess.Start(arguments);

        var run = await client.FinishAsync();
        run.Failed(ExitCode.WrongArguments, named);
        Assert.Equal("", run.Output);
    }
}
