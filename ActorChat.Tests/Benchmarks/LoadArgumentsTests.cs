using ActorChat.Benchmarks.Load.Arguments;

namespace ActorChat.Tests.Benchmarks;

public class LoadArgumentsTests
{
    [Fact]
    public void Every_option_is_understood()
    {
        var options = Understood(
            "--members 1000 --senders 20 --rate 50.5 --size 128 --stalled 3 --seconds 2.5 --warm-up 0 --parallel 7 --patience 9 --nickname u --pid 42 --json --chat [::1]:1234");
        Assert.Equal((LoadKind.Say, "[::1]:1234", 1000, 20, 50.5), (options.Kind, options.Server, options.Members, options.Senders, options.Rate));
        Assert.Equal((128, 3, 2.5, 0), (options.Size, options.Stalled, options.Length.TotalSeconds, options.WarmUp.TotalSeconds));
        Assert.Equal((7, 9, "u", 42, true), (options.Parallel, options.Patience.TotalSeconds, options.Nickname, options.Pid, options.Json));
        Assert.Equal(4, Understood("--chat a:1 --outstanding 4").Outstanding);
    }

    [Theory]
    [InlineData("--chat a:1", LoadKind.Say)]
    [InlineData("--confirm a:1 --senders 50", LoadKind.Confirm)]
    [InlineData("--logins --chat a:1", LoadKind.Logins)]
    [InlineData("--chat a:1 --idle --members 1", LoadKind.Idle)]
    public void The_kind_follows_from_the_options_in_any_order(string line, object kind) => Assert.Equal(kind, Understood(line).Kind);

    [Theory]
    [InlineData("--seconds 3", "which server")]
    [InlineData("--chat", "--chat needs a value")]
    [InlineData("--chat a", "--chat cannot be 'a'")]
    [InlineData("--chat a:0", "--chat cannot be 'a:0'")]
    [InlineData("--chat ::1:5", "--chat cannot be")]
    [InlineData("--chat a:1 --members 1", "--members")]
    [InlineData("--chat a:1 --members 5 --senders 6", "--senders")]
    [InlineData("--chat a:1 --members 100000 --senders 60000", "too much")]
    [InlineData("--chat a:1 --size 25", "--size cannot be '25'")]
    [InlineData("--chat a:1 --rate -1", "--rate cannot be '-1'")]
    [InlineData("--chat a:1 --rate 1 --outstanding 1", "--rate and --outstanding")]
    [InlineData("--chat a:1 --confirm a:2", "--chat and --confirm")]
    [InlineData("--confirm a:2 --idle", "--idle and --confirm")]
    [InlineData("--chat a:1 --json --json", "--json is given twice")]
    [InlineData("--chat a:1 --fast", "--fast: no such option")]
    public void A_mistake_is_named(string line, string message) =>
        Assert.Contains(message, Assert.IsType<LoadRequest.Refuse>(Parse(line)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("--help")]
    [InlineData("--chat nonsense -h")]
    public void Help_wins(string line) => Assert.IsType<LoadRequest.Help>(Parse(line));

    [Fact]
    public void The_help_names_every_option_and_the_settings_to_raise()
    {
        Assert.All(LoadOptionTable.All, option => Assert.Contains($"\n  {option.Name} ", LoadHelp.Text, StringComparison.Ordinal));
        Assert.Contains("--set actorchat.limits.messages-per-second=0 ", LoadHelp.Text, StringComparison.Ordinal);
    }

    private static LoadOptions Understood(string line) => Assert.IsType<LoadRequest.Run>(Parse(line)).Options;

    private static LoadRequest Parse(string line) => LoadArguments.Parse(line.Split(' '));
}
