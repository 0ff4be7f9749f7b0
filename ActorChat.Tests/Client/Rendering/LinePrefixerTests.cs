using ActorChat.Client.Rendering;
using Xunit;

namespace ActorChat.Tests.Client.Rendering;

public class LinePrefixerTests
{
    [Theory]
    [InlineData("uno\n", "> uno\n")]
    [InlineData("uno\ndos\n", "> uno\n> dos\n")]
    [InlineData("uno\n\ndos", "> uno\n> \n> dos\n")]
    [InlineData("uno", "> uno\n")]
    [InlineData("", "")]
    public void Every_line_has_its_prefix_and_its_end_however_the_text_is_cut(string text, string expected)
    {
        for (var cut = 0; cut <= text.Length; cut++)
        {
            var lines = new LinePrefixer("> ");
            Assert.Equal(expected, lines.Apply(text[..cut]) + lines.Apply(text[cut..]) + lines.Finish());
        }
    }
}
