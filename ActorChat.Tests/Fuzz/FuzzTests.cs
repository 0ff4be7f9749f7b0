using Xunit.Abstractions;

namespace ActorChat.Tests.Fuzz;

/// <summary>A small storm against the real server, the same each time; the great one is in <see cref="FuzzStressTests"/>.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int Attacks = 400;

    [Theory]
    [InlineData(1)]
    [InlineData(20250907)]
    public async Task Hundreds_of_hostile_connections_neither_disturb_two_users_nor_leave_anything_behind(int seed) =>
        output.WriteLine(await new FuzzRun(seed).RunAsync(warmUp: 0, storm => storm.RunAsync(Attacks)));
}
