using ActorChat.Benchmarks.Load.Figures;

namespace ActorChat.Tests.Benchmarks;

public class NoticesTests
{
    [Fact]
    public void The_first_different_lines_are_kept_with_their_numbers_and_the_others_counted()
    {
        var notices = new Notices();
        for (var i = 0; i < 8; i++)
            notices.Add(Encoding.UTF8.GetBytes($"* línea {i}"));
        notices.Add("* línea 2"u8);
        notices.Add("  "u8);
        Assert.Equal(["* línea 0", "* línea 1", "* línea 2", "* línea 3", "* línea 4"], notices.Lines.Keys.Order());
        Assert.Equal(2, notices.Lines["* línea 2"]);
        Assert.Equal(3, notices.Others);
    }
}
