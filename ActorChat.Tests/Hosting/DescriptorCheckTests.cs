using ActorChat.Server.Hosting;

namespace ActorChat.Tests.Hosting;

public class DescriptorCheckTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(152L)]
    [InlineData(1_048_576L)]
    public void Enough_is_no_obstacle(long? limit) => Assert.Null(DescriptorCheck.FindObstacle(limit, []));

    [Fact]
    public void Too_few_are_named_in_the_language_of_the_command_line()
    {
        Assert.Equal(
            "[ERROR] El sistema solo permite 151 archivos abiertos, y para atender a alguien hacen falta 152: súbelo con ulimit -n.",
            DescriptorCheck.FindObstacle(151, []));
        Assert.Equal(
            "[ERROR] The system permits only 64 open files, and to serve anybody 152 are needed: raise it with ulimit -n.",
            DescriptorCheck.FindObstacle(64, ["--set", "actorchat.language=en"]));
    }
}
