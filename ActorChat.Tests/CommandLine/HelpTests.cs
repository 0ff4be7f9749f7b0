using System.Text.RegularExpressions;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Resources;

namespace ActorChat.Tests.CommandLine;

public sealed partial class HelpTests
{
    [Theory]
    [InlineData("es", "Uso:", "Opciones:", "Ejemplos:", "Códigos de salida:", "CLAVE=VALOR")]
    [InlineData("en", "Usage:", "Options:", "Examples:", "Exit codes:", "KEY=VALUE")]
    public void Help_has_its_sections_in_either_language(string code, params string[] parts)
    {
        var help = Help(code);

        Assert.All(parts, part => Assert.Contains(part, help, StringComparison.Ordinal));
        Assert.EndsWith("\n", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public void Help_explains_every_option_and_exit_code_and_fits_a_terminal_of_80_columns(string code)
    {
        var help = Help(code);
        var explained = Row().Matches(help).Select(row => row.Groups["left"].Value).ToArray();

        Assert.Equal(["--host", "--port", "--confirm-port", "--web-port", "--tls", "--operator", "--config", "--set", "--log-level", "--check", "--print-config", "--backup", "--export", "--sala, --room", "--desde, --from", "--hasta, --to", "--purge", "--antes, --before", "--token", "--revoke-token", "--tokens", "--version", "--help, -h", "0", "1", "2", "64", "69", "70", "73", "74", "130"], explained);
        Assert.All(help.Split('\n'), line => Assert.Matches(@"^(\P{C}{0,79}\S)?$", line));
        Assert.All(Example().Matches(help), example =>
        {
            var args = example.Groups["arguments"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(CommandLineParser.Parse(args) is CommandLineRequest.Run or CommandLineRequest.Check or CommandLineRequest.Backup or CommandLineRequest.Export or CommandLineRequest.PrintConfig, example.Value);
        });
    }

    [Theory]
    [InlineData("-h")]
    [InlineData("-?")]
    [InlineData("--help", "--x")]
    [InlineData("--version", "--help")]
    [InlineData("--config", "--help")]
    public void Help_is_shown_whatever_else_is_on_the_line(params string[] args) =>
        Assert.Equal(new CommandLineRequest.ShowText(Help("es")), CommandLineParser.Parse(args));

    private static string Help(string code)
    {
        Assert.True(Languages.TryParse(code, out var language));
        return Assert.IsType<CommandLineRequest.ShowText>(CommandLineParser.Parse(["--help"], Texts.For(language))).Text;
    }

    // Two columns: an option (with the name of its value) or an exit code, and at least three words about it.
    [GeneratedRegex(@"^  (?<left>--[a-z-]+(?:, -h|, --[a-z]+)?|[0-9]+)(?: [\p{Lu}=]+)? {2,}\S+ \S+", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^  actorchat-server(?<arguments>[^\[\n>]*)(?:> \S+)?$", RegexOptions.Multiline)]
    private static partial Regex Example();
}
