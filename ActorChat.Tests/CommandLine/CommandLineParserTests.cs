using ActorChat.Server.CommandLine;
using ActorChat.Server.Resources;

namespace ActorChat.Tests.CommandLine;

public sealed class CommandLineParserTests
{
    [Fact]
    public void Without_arguments_the_server_runs_on_its_built_in_settings()
    {
        var options = Assert.IsType<CommandLineRequest.Run>(CommandLineParser.Parse([])).Options;

        Assert.Empty(options.ConfigFiles);
        Assert.Empty(options.Sets);
        Assert.Null(options.LogLevel);
    }

    [Fact]
    public void Options_are_taken_in_their_order_as_often_as_they_come()
    {
        string[] args = ["--config", "a.hocon", "--set", "x=1", "--config=b c.hocon", "--set=y=2=3", "--log-level", "INFO", "--log-level=debug"];

        var options = Assert.IsType<CommandLineRequest.Run>(CommandLineParser.Parse(args)).Options;

        Assert.Equal(["a.hocon", "b c.hocon"], options.ConfigFiles);
        Assert.Equal(["x=1", "y=2=3"], options.Sets);
        Assert.Equal("debug", options.LogLevel);
    }

    [Theory]
    [InlineData(new[] { "actorchat.chat.port=4000" }, "--port", "4000")]
    [InlineData(new[] { "actorchat.confirmation.port=4001" }, "--confirm-port=4000", "--confirm-port", "4001")]
    [InlineData(new[] { "actorchat.web.port=4002" }, "--web-port", "4002")]
    [InlineData(new[] { "actorchat.chat.tls.enabled=on", "actorchat.confirmation.tls.enabled=on" }, "--tls")]
    [InlineData(new[] { "actorchat.chat.port=1", "actorchat.chat.port=2" }, "--port", "2", "--set", "actorchat.chat.port=1")]
    public void Addresses_and_ports_have_options_of_their_own_that_win_over_set(string[] sets, params string[] args) =>
        Assert.Equal(sets, Assert.IsType<CommandLineRequest.Run>(CommandLineParser.Parse(args)).Options.Sets);

    [Theory]
    [InlineData("0.0.0.0", "--host", "0.0.0.0")]
    [InlineData("[\"127.0.0.1\", \"::1\"]", "--host", "127.0.0.1", "--host=::1")]
    public void A_host_is_that_of_all_ports(string value, params string[] args) => Assert.Equal(
        [
            $"actorchat.chat.host={value}", $"actorchat.chat.tls.host={value}",
            $"actorchat.confirmation.host={value}", $"actorchat.confirmation.tls.host={value}", $"actorchat.web.host={value}",
        ],
        Assert.IsType<CommandLineRequest.Run>(CommandLineParser.Parse(args)).Options.Sets);

    [Fact]
    public void A_check_and_a_backup_have_the_same_options()
    {
        Assert.Equal(["x=1"], Assert.IsType<CommandLineRequest.Check>(CommandLineParser.Parse(["--set", "x=1", "--check"])).Options.Sets);
        var backup = Assert.IsType<CommandLineRequest.Backup>(CommandLineParser.Parse(["--backup", "copia.db", "--set", "x=1"]));

        Assert.Equal("copia.db", backup.File);
        Assert.Equal(["x=1"], backup.Options.Sets);
    }

    [Theory]
    [InlineData("@file=1")]
    [InlineData("x=@file")]
    [InlineData("x=-1")]
    [InlineData("x=--check")]
    [InlineData("a b=c d")]
    [InlineData("x=C:\\dir:y")]
    public void A_value_is_not_looked_into(string value) =>
        Assert.Equal([value], Assert.IsType<CommandLineRequest.Run>(CommandLineParser.Parse(["--set", value])).Options.Sets);

    [Theory]
    [InlineData("'--porty'", "--porty")]
    [InlineData("'--CHECK'", "--CHECK")]
    [InlineData("'hola'", "hola")]
    [InlineData("'hola'", "--check=hola")]
    [InlineData("'@args.txt'", "@args.txt")]
    [InlineData("'[debug]'", "[debug]")]
    [InlineData("'-c'", "-c")]
    [InlineData("'a b'", "a\nb")]
    [InlineData("'hola'", "--config", "a.hocon", "hola")]
    [InlineData("--config", "--config")]
    [InlineData("--config", "--config", "--check")]
    [InlineData("--config", "--config", "a.hocon", "--config")]
    [InlineData("--config", "--config=")]
    [InlineData("--set", "--set", "")]
    [InlineData("--log-level", "--log-level", "--check")]
    [InlineData("--port", "--port")]
    [InlineData("--host", "--host=")]
    public void A_wrong_argument_is_refused_by_one_line_that_names_it(string named, params string[] args)
    {
        var line = Assert.IsType<CommandLineRequest.Refuse>(CommandLineParser.Parse(args)).Line;

        Assert.StartsWith("[ERROR] ", line, StringComparison.Ordinal);
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
    }

    [Theory]
    [InlineData("--confg", "--config")]
    [InlineData("--CHECK", "--check")]
    [InlineData("-version", "--version")]
    [InlineData("help", "--help")]
    [InlineData("--loglevel=DEBUG", "--log-level")]
    public void A_mistyped_option_is_refused_with_the_one_that_was_meant(string argument, string meant) => Assert.Equal(
        new CommandLineRequest.Refuse($"[ERROR] Argumento desconocido: '{argument}'. ¿Querías decir {meant}? Usa --help para ver las opciones."),
        CommandLineParser.Parse([argument]));

    [Fact]
    public void Any_argument_is_understood_or_refused_in_one_line() => Prop.ForAll(AnyString.Arbitrary, AnyString.Arbitrary, (first, second) =>
        CommandLineParser.Parse([first, second]) is not CommandLineRequest.Refuse refusal || !refusal.Line.Any(char.IsControl))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_language_of_a_complaint_is_the_one_that_the_line_sets()
    {
        Assert.Equal(
            new CommandLineRequest.Refuse("[ERROR] Argumento desconocido: '--x'. Usa --help para ver las opciones."), CommandLineParser.Parse(["--x"]));
        Assert.Equal(
            new CommandLineRequest.Refuse("[ERROR] Unknown argument: '--x'. Use --help to see the options."),
            CommandLineParser.Parse(["--x", "--set", "actorchat.language=en"]));
        Assert.Equal(
            new CommandLineRequest.Refuse("[ERROR] Unknown argument: '--x'. Use --help to see the options."),
            CommandLineParser.Parse(["--x"], Texts.For(Language.English)));
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--version", "--x")]
    [InlineData("--version", "--check")]
    public void The_version_is_that_of_the_assembly_whatever_else_is_wrong(params string[] args) => Assert.Equal(
        new CommandLineRequest.ShowText($"actorchat-server {typeof(ExitCode).Assembly.GetName().Version!.ToString(3)}\n"), CommandLineParser.Parse(args));

    [Fact]
    public void The_exit_codes_are_the_documented_ones() => Assert.Equal(
        [0, 1, 2, 64, 70, 73, 130],
        new[] { ExitCode.Success, ExitCode.PortUnavailable, ExitCode.DatabaseUnavailable, ExitCode.Usage, ExitCode.InternalError, ExitCode.CannotCreate, ExitCode.EndedBySignal });
}
