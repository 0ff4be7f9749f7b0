using ActorChat.Client;
using ActorChat.Client.Arguments;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;

namespace ActorChat.Tests.Client.Arguments;

public class ArgumentParserTests
{
    [Fact]
    public void Without_arguments_the_chat_of_this_machine_is_entered_in_Spanish() =>
        Assert.Equal(
            new Request.Run(new ClientOptions(ClientMode.Chat, new ServerAddress("127.0.0.1", 1234), null), Texts.Spanish),
            ArgumentParser.Parse([], Texts.Spanish));

    [Fact]
    public void The_confirmation_port_has_a_default_of_its_own() =>
        Assert.Equal(
            new ClientOptions(ClientMode.Confirmation, new ServerAddress("127.0.0.1", 5000), null), Options("--confirm"));

    [Theory]
    [InlineData(1235, "--tls")]
    [InlineData(5001, "--tls", "--confirm")]
    [InlineData(7, "--tls", "--port", "7")]
    [InlineData(1235, "--tls-fingerprint", "00112233445566778899AABBCCDDEEFF00112233445566778899aabbccddeeff")]
    public void Encrypted_ports_have_defaults_of_their_own(int port, params string[] arguments)
    {
        Assert.Equal(port, Options(arguments).Server.Port);
        Assert.NotNull(Options(arguments).Tls);
    }

    [Fact]
    public void Every_option_is_taken() =>
        Assert.Equal(
            new Request.Run(new ClientOptions(ClientMode.Chat, new ServerAddress("example.org", 7), "@ana maría"), Texts.English),
            ArgumentParser.Parse(["--host", "example.org", "--port=7", "--nick", "@ana maría", "--lang", "en"], Texts.Spanish));

    [Theory]
    [InlineData("::1", "::1", "[::1]:1234")]
    [InlineData("[fe80::1]", "fe80::1", "[fe80::1]:1234")]
    [InlineData("localhost", "localhost", "localhost:1234")]
    [InlineData("chat_server", "chat_server", "chat_server:1234")]
    [InlineData("10.0.0.1", "10.0.0.1", "10.0.0.1:1234")]
    public void Hosts_are_names_and_addresses_of_both_kinds(string value, string host, string shown)
    {
        var server = Options("--host", value).Server;

        Assert.Equal(host, server.Host);
        Assert.Equal(shown, server.ToString());
    }

    [Theory]
    [InlineData(0, "--rate", "0")]
    [InlineData(500, "--rate", "500")]
    [InlineData(9)]
    public void Lines_are_sent_as_fast_as_is_wished(int linesPerSecond, params string[] arguments) =>
        Assert.Equal(linesPerSecond, Options(arguments).LinesPerSecond);

    [Fact]
    public void The_last_of_several_values_counts() => Assert.Equal(2, Options("--port", "1", "--port", "2").Server.Port);

    [Theory]
    [InlineData("'--porty'", "--porty", "3")]
    [InlineData("'hola'", "hola")]
    [InlineData("'hola'", "--confirm=hola")]
    [InlineData("'@args.txt'", "@args.txt")]
    [InlineData("--port", "--port")]
    [InlineData("--port", "--port", "--confirm")]
    [InlineData("'0'", "--port", "0")]
    [InlineData("'65536'", "--port", "65536")]
    [InlineData("'-1'", "--port", "-1")]
    [InlineData("'+5'", "--port", "+5")]
    [InlineData("'1e3'", "--port", "1e3")]
    [InlineData("'99999999999'", "--port", "99999999999")]
    [InlineData("--nick", "--nick", "")]
    [InlineData("' '", "--nick", " ")]
    [InlineData("'ana beto'", "--nick", "ana\nbeto")]
    [InlineData("--nick", "--nick", "ana", "--confirm")]
    [InlineData("--host", "--host", "")]
    [InlineData("'a b'", "--host", "a b")]
    [InlineData("'http://x'", "--host", "http://x")]
    [InlineData("'-1'", "--rate", "-1")]
    [InlineData("'10001'", "--rate", "10001")]
    [InlineData("'fr'", "--lang", "fr")]
    [InlineData("'ES'", "--lang", "ES")]
    public void A_wrong_argument_is_refused_by_one_line_that_names_it(string named, params string[] arguments)
    {
        var refusal = Assert.IsType<Request.Refuse>(ArgumentParser.Parse(arguments, Texts.Spanish));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(refusal.Message, char.IsControl);
    }

    [Fact]
    public void A_mistake_is_explained_in_the_language_asked_for()
    {
        Assert.Equal(new Request.Refuse(Texts.Spanish.WrongPort("x")), ArgumentParser.Parse(["--port", "x"], Texts.Spanish));
        Assert.Equal(new Request.Refuse(Texts.English.WrongPort("x")), ArgumentParser.Parse(["--port", "x", "--lang", "en"], Texts.Spanish));
    }

    [Theory]
    [InlineData("es", "Opciones:", "Ejemplos:")]
    [InlineData("en", "Options:", "Examples:")]
    public void Help_shows_every_option_and_exit_code_in_80_columns_whatever_else_is_wrong(string language, string options, string examples)
    {
        var help = Assert.IsType<Request.Show>(ArgumentParser.Parse(["--porty", "--help", "--lang", language], Texts.Spanish)).Text;

        foreach (var part in new[] { options, examples, "--confirm", "--host", "--port", "--nick", "--json", "--no-color", "--lang", "--version", "--help" })
            Assert.Contains(part, help, StringComparison.Ordinal);
        Assert.EndsWith("\n", help, StringComparison.Ordinal);
        Assert.All(help.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains($"\n  {(int)code} ", help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--prot", "--port")]
    [InlineData("--PORT", "--port")]
    [InlineData("--confrim", "--confirm")]
    [InlineData("--nik=ana", "--nick")]
    [InlineData("--colour", null)]
    [InlineData("-x", null)]
    public void A_mistyped_option_is_refused_with_the_one_that_was_meant(string typed, string? meant)
    {
        var expected = meant is null ? Texts.Spanish.UnknownArgument(typed) : Texts.Spanish.UnknownButLike(typed, meant);

        Assert.Equal(new Request.Refuse(expected), ArgumentParser.Parse([typed, "3"], Texts.Spanish));
    }

    [Fact]
    public void What_programs_and_eyes_need_can_be_asked_for()
    {
        var options = Options("--json", "--no-color");

        Assert.True(options.Json);
        Assert.True(options.NoColor);
        Assert.True(Options("--json", "--confirm").Json);
    }

    [Fact]
    public void The_language_of_the_environment_counts_unless_another_is_asked_for()
    {
        Assert.Equal(Texts.English, Assert.IsType<Request.Run>(ArgumentParser.Parse([], Texts.English)).Texts);
        Assert.Equal(Texts.Spanish, Assert.IsType<Request.Run>(ArgumentParser.Parse(["--lang", "es"], Texts.English)).Texts);
        Assert.Equal(new Request.Refuse(Texts.English.WrongPort("x")), ArgumentParser.Parse(["--port", "x"], Texts.English));
    }

    [Fact]
    public void The_version_is_that_of_the_assembly() =>
        Assert.Equal(
            new Request.Show($"actorchat {typeof(ExitCode).Assembly.GetName().Version!.ToString(3)}\n"), ArgumentParser.Parse(["--version"], Texts.Spanish));

    private static ClientOptions Options(params string[] arguments) => Assert.IsType<Request.Run>(ArgumentParser.Parse(arguments, Texts.Spanish)).Options;
}
