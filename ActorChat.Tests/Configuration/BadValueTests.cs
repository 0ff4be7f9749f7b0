namespace ActorChat.Tests.Configuration;

/// <summary>Values that do not fit their keys, each told with key, value and what would be right.</summary>
public sealed class BadValueTests
{
    [Theory]
    [InlineData("actorchat.language", "fr", "es, en")]
    [InlineData("actorchat.language", "", "es, en")]
    [InlineData("actorchat.chat.enabled", "maybe", "on u off")]
    [InlineData("actorchat.confirmation.enabled", "1", "on u off")]
    [InlineData("actorchat.confirmation.enabled", "yes", "on u off")]
    [InlineData("actorchat.chat.host", "", "una dirección IP")]
    [InlineData("actorchat.confirmation.host", "a b", "una dirección IP")]
    [InlineData("actorchat.confirmation.host", "[]", "una lista")]
    [InlineData("actorchat.chat.host", "[\"127.0.0.1\", \"\"]", "una lista")]
    [InlineData("actorchat.chat.port", "-1", "de 0 a 65535")]
    [InlineData("actorchat.chat.port", "65536", "de 0 a 65535")]
    [InlineData("actorchat.chat.port", "1e3", "de 0 a 65535")]
    [InlineData("actorchat.confirmation.port", "", "de 0 a 65535")]
    [InlineData("actorchat.confirmation.port", "99999999999999999999", "de 0 a 65535")]
    [InlineData("actorchat.chat.tls.port", "65536", "de 0 a 65535")]
    [InlineData("actorchat.tls.client-certificates", "maybe", "off, optional, required")]
    [InlineData("actorchat.tls.handshake-timeout", "off", "de 1s a 300s")]
    [InlineData("actorchat.tls.max-handshakes", "0", "de 1 a 1000000")]
    [InlineData("actorchat.framing.quiet-period", "0ms", "de 1ms a 10s")]
    [InlineData("actorchat.framing.quiet-period", "-5ms", "de 1ms a 10s")]
    [InlineData("actorchat.framing.quiet-period", "1 day", "de 1ms a 10s")]
    [InlineData("actorchat.framing.quiet-period", "infinite", "de 1ms a 10s")]
    [InlineData("actorchat.framing.quiet-period", "1,5", "de 1ms a 10s")]
    [InlineData("actorchat.framing.quiet-period", "soon", "de 1ms a 10s")]
    [InlineData("actorchat.limits.max-connections", "0", "de 1 a 1000000")]
    [InlineData("actorchat.limits.max-line", "0B", "de 16B a 1MiB")]
    [InlineData("actorchat.limits.max-line", "1GiB", "de 16B a 1MiB")]
    [InlineData("actorchat.limits.max-line", "-1", "de 16B a 1MiB")]
    [InlineData("actorchat.limits.max-message", "1 furlong", "de 16B a 16MiB")]
    [InlineData("actorchat.limits.max-queued", "1KiB", "de 257KiB a 1024MiB")]
    [InlineData("actorchat.limits.max-queued", "17179869185GiB", "de 257KiB a 1024MiB")]
    [InlineData("actorchat.limits.max-queued", "16777216TiB", "de 257KiB a 1024MiB")]
    [InlineData("actorchat.limits.max-queued", "2GiB", "de 257KiB a 1024MiB")]
    [InlineData("actorchat.limits.max-unconfirmed", "0", "de 1 a 100000")]
    [InlineData("actorchat.limits.nickname-attempts", "1001", "de 1 a 1000")]
    [InlineData("actorchat.limits.max-connections-per-address", "-1", "de 0 a 1000000")]
    [InlineData("actorchat.limits.accepts-per-second", "1000001", "de 0 a 1000000")]
    [InlineData("actorchat.limits.messages-per-second", "off", "de 0 a 100000")]
    [InlineData("actorchat.limits.burst", "0", "de 1 a 100000")]
    [InlineData("actorchat.limits.flood-timeout", "500ms", "off, o una duración con su unidad, de 1s a 86400s")]
    [InlineData("actorchat.limits.nickname-timeout", "-1s", "off, o una duración con su unidad, de 1s a 86400s")]
    [InlineData("actorchat.limits.nickname-timeout", "infinite", "off, o una duración con su unidad, de 1s a 86400s")]
    [InlineData("actorchat.limits.message-timeout", "0.5s", "off, o una duración con su unidad, de 1s a 86400s")]
    [InlineData("actorchat.limits.idle-timeout", "1s", "off, o una duración con su unidad, de 2s a 86400s")]
    [InlineData("actorchat.limits.command-timeout", "off", "una duración con su unidad, de 1s a 86400s")]
    [InlineData("actorchat.limits.stall-timeout", "never", "off, o una duración con su unidad, de 1s a 86400s")]
    [InlineData("actorchat.storage.sqlite.path", "", "no esté vacío")]
    [InlineData("actorchat.storage.sqlite.path", "  ", "no esté vacío")]
    [InlineData("actorchat.storage.sqlite.path", "a\0b", "no esté vacío")]
    [InlineData("actorchat.storage.max-batch", "0", "de 1 a 100000")]
    [InlineData("actorchat.storage.dispatcher.throughput", "0", "de 1 a 2147483647")]
    [InlineData("actorchat.storage.users-dispatcher.type", "", "no esté vacío")]
    [InlineData("actorchat.logging.json-file", "\0", "no esté vacío")]
    [InlineData("actorchat.telemetry.otlp-endpoint", "localhost:4318", "una URL http o https")]
    [InlineData("actorchat.telemetry.otlp-endpoint", "ftp://localhost", "una URL http o https")]
    [InlineData("actorchat.telemetry.otlp-endpoint", "http://", "una URL http o https")]
    [InlineData("actorchat.telemetry.otlp-endpoint", "http://localhost:99999", "una URL http o https")]
    [InlineData("actorchat.telemetry.otlp-endpoint", "http://localhost:0", "una URL http o https")]
    [InlineData("actorchat.telemetry.otlp-endpoint", "http://ana:clave@localhost", "una URL http o https")]
    [InlineData("actorchat.telemetry.otlp-endpoint", "http://localhost/?key=1", "una URL http o https")]
    [InlineData("actorchat.telemetry.interval", "500ms", "de 1s a 3600s")]
    [InlineData("actorchat.web.origins", "chat.example", "sitios")]
    [InlineData("actorchat.web.origins", "[\"https://chat.example/page\"]", "sitios")]
    [InlineData("actorchat.web.proxies", "proxy.example", "direcciones o redes")]
    [InlineData("actorchat.web.proxies", "10", "direcciones o redes")]
    [InlineData("actorchat.web.proxies", "[\"127.0.0.1\", \"10.0.0.0/33\"]", "direcciones o redes")]
    [InlineData("actorchat.telemetry.prometheus", "local", "off, loopback, on")]
    [InlineData("actorchat.shutdown-grace", "0s", "de 1ms a 5s")]
    [InlineData("actorchat.shutdown-grace", "6s", "de 1ms a 5s")]
    [InlineData("akka.loglevel", "VERBOSE", "DEBUG, INFO, WARNING, ERROR, OFF")]
    [InlineData("akka.stdout-loglevel", "x", "DEBUG, INFO, WARNING, ERROR, OFF")]
    [InlineData("akka.loggers", "foo", "una lista de clases")]
    public void A_bad_value_is_told_with_its_key_and_what_is_expected(string key, string value, string expected)
    {
        var complaint = Loading.Refusal($"{key}={value}");

        Assert.StartsWith($"[ERROR] Valor no válido para {key}: '", complaint, StringComparison.Ordinal);
        Assert.Contains($"'{value.Replace('\0', ' ').Trim()}'", complaint, StringComparison.Ordinal);
        Assert.Contains(expected, complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("actorchat.chat.port=0")]
    [InlineData("actorchat.chat.port=65535")]
    [InlineData("actorchat.framing.quiet-period=1ms")]
    [InlineData("actorchat.framing.quiet-period=10s")]
    [InlineData("actorchat.limits.max-line=16")]
    [InlineData("actorchat.limits.max-connections-per-address=0")]
    [InlineData("actorchat.limits.accepts-per-second=0")]
    [InlineData("actorchat.limits.messages-per-second=0")]
    [InlineData("actorchat.limits.burst=1")]
    [InlineData("actorchat.limits.max-queued=257KiB")]
    [InlineData("actorchat.limits.max-queued=1GiB")]
    [InlineData("actorchat.shutdown-grace=5s")]
    [InlineData("actorchat.chat.host=::1")]
    [InlineData("actorchat.chat.host=[\"127.0.0.1\", \"::1\"]")]
    [InlineData("actorchat.web.origins=[]")]
    [InlineData("actorchat.web.origins=[\"https://chat.example\", \"http://[::1]:8080\"]")]
    [InlineData("actorchat.web.proxies=127.0.0.1")]
    [InlineData("actorchat.web.proxies=[\"10.0.0.0/8\", \"::1\", \"2001:db8::/32\"]")]
    [InlineData("akka.loglevel=off")]
    [InlineData("actorchat.telemetry.otlp-endpoint=http://localhost:4318")]
    [InlineData("actorchat.telemetry.otlp-endpoint=https://collector.example/otlp/v1/metrics")]
    [InlineData("actorchat.telemetry.interval=1h")]
    public void A_value_at_the_edge_is_taken(string set) => Assert.NotNull(Loading.Settings(set));

    [Fact]
    public void The_queue_of_a_reader_must_hold_a_line_with_what_is_put_around_it()
    {
        Assert.Contains("actorchat.limits.max-queued", Loading.Refusal("actorchat.limits.max-line=1MiB"), StringComparison.Ordinal);
        Assert.NotNull(Loading.Settings("actorchat.limits.max-line=1MiB", "actorchat.limits.max-queued=2MiB"));
    }

    [Theory]
    [InlineData("off", null)]
    [InlineData("OFF", null)]
    [InlineData("0", null)]
    [InlineData("0s", null)]
    [InlineData("1 day", 86400)]
    [InlineData("2s", 2)]
    public void A_time_that_is_limited_can_be_off(string value, int? seconds)
    {
        var limits = Loading.Settings(
            $"actorchat.limits.nickname-timeout={value}",
            $"actorchat.limits.idle-timeout={value}",
            $"actorchat.limits.stall-timeout={value}",
            $"actorchat.limits.flood-timeout={value}").Limits;
        TimeSpan? expected = seconds is { } number ? TimeSpan.FromSeconds(number) : null;
        Assert.Equal([expected, expected, expected, expected], [limits.NicknameTimeout, limits.IdleTimeout, limits.StallTimeout, limits.FloodTimeout]);
    }

    [Fact]
    public void The_grace_may_grow_with_the_time_of_its_phase() => Assert.Equal(
        TimeSpan.FromSeconds(30),
        Loading.Settings("actorchat.shutdown-grace=30s", "akka.coordinated-shutdown.phases.service-stop.timeout=31s").ShutdownGrace);

    [Fact]
    public void A_server_without_ports_is_refused() => Assert.Contains(
        "No hay ningún puerto activado", Loading.Refusal("actorchat.chat.enabled=off", "actorchat.confirmation.enabled=off", "actorchat.web.enabled=off"), StringComparison.Ordinal);

    [Fact]
    public void A_certificate_is_refused_without_its_key() =>
        Assert.Contains("actorchat.tls.key", Loading.Refusal("actorchat.tls.certificate=a.pem"), StringComparison.Ordinal);

    [Fact]
    public void A_port_with_encryption_may_be_the_only_one() => Assert.True(Loading.Settings(
        "actorchat.chat.enabled=off", "actorchat.confirmation.enabled=off", "actorchat.chat.tls.enabled=on").ChatTls.Enabled);

    [Fact]
    public void Two_ports_cannot_be_one()
    {
        Assert.Contains("127.0.0.1:5000", Loading.Refusal("actorchat.chat.port=5000"), StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1234", Loading.Refusal("actorchat.chat.tls.port=1234", "actorchat.chat.tls.enabled=on"), StringComparison.Ordinal);
        Assert.NotNull(Loading.Settings("actorchat.chat.tls.port=1234"));
        Assert.NotNull(Loading.Settings("actorchat.chat.port=5000", "actorchat.confirmation.enabled=off"));
        Assert.NotNull(Loading.Settings("actorchat.chat.port=0", "actorchat.confirmation.port=0"));
        Assert.NotNull(Loading.Settings("actorchat.chat.port=5000", "actorchat.chat.host=localhost"));
    }

    [Fact]
    public void The_first_of_several_mistakes_is_told() => Assert.Contains(
        "actorchat.chat.port", Loading.Refusal("actorchat.shutdown-grace=x", "actorchat.chat.port=x"), StringComparison.Ordinal);

    [Theory]
    [InlineData("debugg")]
    [InlineData("")]
    public void A_log_level_that_does_not_exist_is_refused(string level) =>
        Assert.Contains($"--log-level: '{level}'", Loading.Refusal([], [], level), StringComparison.Ordinal);

    [Theory]
    [InlineData("actorchat.chat=1", "actorchat.chat: '1'", "una sección con claves")]
    [InlineData("actorchat=on", "actorchat: 'on'", "una sección con claves")]
    [InlineData("akka=on", "akka: 'on'", "una sección con claves")]
    [InlineData("actorchat.chat.port={ number = 1 }", "actorchat.chat.port: '{number = 1}'", "un solo valor")]
    public void A_section_is_no_value_and_a_value_no_section(string set, string shown, string expected)
    {
        Assert.Contains(shown, Loading.Refusal(set), StringComparison.Ordinal);
        Assert.Contains(expected, Loading.Refusal(set), StringComparison.Ordinal);
    }

    [Fact]
    public void A_complaint_shows_no_more_of_a_long_value_than_its_beginning() =>
        Assert.True(Loading.Refusal($"actorchat.chat.port={new string('x', 10_000)}").Length < 250);

    [Fact]
    public void A_complaint_is_in_English_for_those_who_ask_for_that() => Assert.StartsWith(
        "[ERROR] Invalid value for actorchat.chat.port: 'x'. Expected: a port number", Loading.Refusal("actorchat.chat.port=x", "actorchat.language=en"), StringComparison.Ordinal);
}
