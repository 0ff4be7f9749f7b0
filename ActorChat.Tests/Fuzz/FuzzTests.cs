using ActorChat.Tests.Fuzz.Attacks;
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

    [Fact]
    public void The_same_seed_and_number_give_the_same_attack()
    {
        var (one, other) = (new AttackGenerator(7), new AttackGenerator(7));
        foreach (var number in Enumerable.Range(0, 500))
            Assert.Equal(Described(one.Create(number)), Described(other.Create(number)));
    }

    [Fact]
    public void A_few_hundred_attacks_end_in_every_way_and_are_all_different()
    {
        var attacks = Enumerable.Range(0, 1000).Select(new AttackGenerator(7).Create).ToList();
        Assert.Equal(Enum.GetValues<Ending>().Order(), attacks.Select(attack => attack.Ending).Distinct().Order());
        Assert.InRange(attacks.Select(attack => attack.ToString()).Distinct().Count(), 999, 1000);
    }

    private static string Described(Attack attack) =>
        $"{attack} {string.Join(',', attack.Writes.Select(write => $"{Convert.ToHexString(write.Bytes)}/{write.Pause}"))}";
}
