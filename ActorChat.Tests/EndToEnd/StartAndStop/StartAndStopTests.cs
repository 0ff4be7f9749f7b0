using System.Diagnostics;

namespace ActorChat.Tests.EndToEnd.StartAndStop;

public sealed class StartAndStopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task It_says_where_it_listens_and_stops_cleanly_on_a_signal(string signal)
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        Assert.NotEqual(0, server.Chat.Port);
        Assert.NotEqual(0, server.Confirmation.Port);
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");

        var (exitCode, output, _) = await server.StopAsync(signal);
        Assert.Equal("El servidor se está deteniendo.\n", await ana.ReadToEndAsync());
        Assert.EndsWith("\n[INFO] El servidor se detiene. Con otro Ctrl+C termina sin esperar.\n[INFO] Servidor detenido.\n", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task After_a_clean_stop_the_database_is_one_complete_file()
    {
        using (var server = await ServerProcess.StartAsync(_folder.Path))
        {
            Assert.StartsWith("Mensaje recibido: ", await WireClient.ConfirmAsync(server.Confirmation, "hola"), StringComparison.Ordinal);
            await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
            await server.StopAsync();
        }

        Assert.Equal(["mensajes.db"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
        Assert.Equal(["hola|127.0.0.1||"], Rows.Of(_folder.Database, "SELECT contenido, ip_cliente, autor, sala FROM mensajes"));
        Assert.Equal(["ana"], Rows.Of(_folder.Database, "SELECT nickname FROM clientes"));
    }

    [Fact]
    public async Task A_name_without_an_address_is_told_with_its_key_and_without_the_other_port()
    {
        using var server = ServerProcess.StartWith(_folder.Path, "--set", "actorchat.confirmation.host=no..host");
        var (_, _, errors) = await server.FinishAsync();
        Assert.Contains("actorchat.confirmation.host", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(150)]
    public async Task Too_few_open_files_are_one_line_and_exit_code_64(int descriptors)
    {
        using var server = ServerProcess.StartLimited(_folder.Path, descriptors);
        var (exitCode, output, errors) = await server.FinishAsync();
        Assert.Equal((64, ""), (exitCode, output));
        Assert.Equal(
            $"[ERROR] El sistema solo permite {descriptors} archivos abiertos, y para atender a alguien hacen falta 152: súbelo con ulimit -n.\n", errors);
    }

    [Fact]
    public async Task The_web_port_needs_more_of_them_and_says_so()
    {
        using (var server = ServerProcess.StartLimited(_folder.Path, 231, "--port", "0", "--confirm-port", "0", "--web-port", "0"))
            Assert.StartsWith("[ERROR] El sistema solo permite 231 archivos abiertos", (await server.FinishAsync()).Errors, StringComparison.Ordinal);
        using var enough = ServerProcess.StartLimited(_folder.Path, 232, "--port", "0", "--confirm-port", "0", "--web-port", "0");
        await enough.WaitUntilReadyAsync();
        await enough.Output.WaitForAsync("[OK] Página web en http://127.0.0.1:");
        await using var ana = await WireClient.JoinAsync(enough.Chat, "ana");
        Assert.Equal(0, (await enough.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task The_least_number_of_open_files_is_enough_to_serve_some_people()
    {
        using var server = ServerProcess.StartLimited(
            _folder.Path, 192, "--port", "0", "--confirm-port", "0", "--set", "actorchat.web.enabled=off");
        await server.WaitUntilReadyAsync();
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        Assert.StartsWith("Mensaje recibido: ", await WireClient.ConfirmAsync(server.Confirmation, "hola"), StringComparison.Ordinal);
        Assert.Equal(0, (await server.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task Beyond_this_machine_it_says_how_others_reach_it()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--host", "0.0.0.0");
        await using var ana = await WireClient.JoinAsync(new IPEndPoint(IPAddress.Loopback, server.Chat.Port), "ana");
        var (_, output, _) = await server.StopAsync();
        Assert.Matches(@"\n\[INFO\] (Desde otros equipos se llega por |Ahora mismo este equipo no tiene)", output);
    }

    [Theory]
    [InlineData("203.0.113.1", ": esa dirección no es de este equipo. Indica")]
    [InlineData("no-such-host.invalid", ": no se encuentra ningún equipo con ese nombre. Corrige")]
    [InlineData("no..host", "no..host")]
    public async Task An_address_that_cannot_be_listened_on_is_one_line_in_one_language_and_exit_code_1_also_for_check(string host, string why)
    {
        foreach (var check in new string[][] { [], ["--check"] })
            await RefusesAsync(1, why, [.. check, "--host", host, "--port", "0", "--confirm-port", "0"]);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_one_line_and_exit_code_2_and_stays_as_it_is()
    {
        await File.WriteAllTextAsync(_folder.Database, "una lista de la compra, nada de SQLite");
        await RefusesAsync(2, "mensajes.db", "--set", "actorchat.chat.port=0", "--set", "actorchat.confirmation.port=0", "--set", "actorchat.web.enabled=off");
        Assert.Equal("una lista de la compra, nada de SQLite", await File.ReadAllTextAsync(_folder.Database));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_one_line_and_exit_code_2_also_for_check_and_backup()
    {
        Rows.Execute(_folder.Database, "PRAGMA user_version = 99");
        var before = await File.ReadAllBytesAsync(_folder.Database);
        foreach (var arguments in new string[][] { ["--set", "actorchat.chat.port=0", "--set", "actorchat.confirmation.port=0", "--set", "actorchat.web.enabled=off"], ["--check"], ["--backup", "copia.db"] })
            await RefusesAsync(2, "99", arguments);
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.Database));
        Assert.Equal(["mensajes.db"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("--puerto", "--puerto")]
    [InlineData("actorchat.chat.prot", "--set", "actorchat.chat.prot=1")]
    [InlineData("actorchat.chat.port", "--set", "actorchat.chat.port=99999")]
    [InlineData("nada.hocon", "--config", "nada.hocon")]
    [InlineData("actorchat.telemetry.otlp-endpoint", "--set", "actorchat.telemetry.otlp-endpoint=localhost:4318")]
    [InlineData("akka.scheduler.tick-duration", "--set", "akka.scheduler.tick-duration=pronto")]
    [InlineData("akka.actor.creation-timeout", "--set", "akka.actor.creation-timeout=x")]
    [InlineData("akka", "--set", "akka.coordinated-shutdown.phases={ a { depends-on = [b] }, b { depends-on = [a] } }")]
    [InlineData("akka.io.tcp.trace-logging", "--set", "akka.io.tcp.trace-logging=quizá")]
    [InlineData("Registrador", "--set", "akka.loggers=[Registrador]")]
    [InlineData("sí mismo", "--set", "akka={ x = ${akka} }")]
    [InlineData("PinedDispatcher", "--set", "actorchat.storage.dispatcher.type=PinedDispatcher")]
    public async Task Wrong_arguments_or_settings_are_one_line_and_exit_code_64(string named, params string[] arguments) =>
        await RefusesAsync(64, named, arguments);

    [Theory]
    [InlineData("tubo")]
    [InlineData("tubo", "--check")]
    [InlineData("carpeta", "--check")]
    public async Task A_log_that_is_no_file_is_one_line_and_exit_code_64(string name, params string[] arguments)
    {
        Directory.CreateDirectory(_folder.File("carpeta"));
        await MakePipeAsync("tubo");

        await RefusesAsync(64, name, ["--set", $"actorchat.logging.json-file={name}", .. arguments]);
    }

    [Fact]
    public async Task A_bad_settings_file_is_named_with_line_and_column()
    {
        await File.WriteAllTextAsync(_folder.File("malo.hocon"), "actorchat {\n  chat { port = }\n");
        await RefusesAsync(64, "malo.hocon, línea 2, columna 10: ", "--config", "malo.hocon");
    }

    [Fact]
    public async Task Check_says_that_all_is_well_and_makes_nothing_no_log_either()
    {
        using var server = ServerProcess.StartWith(_folder.Path, "--check", "--set", "actorchat.logging.json-file=uno/dos/log.jsonl");
        var (exitCode, output, errors) = await server.FinishAsync();
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.StartsWith("[OK] ", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    // What a start on these would say, or find out only when somebody writes.
    [Theory]
    [InlineData(2, "no-hay/mensajes.db", "actorchat.storage.sqlite.path")]
    [InlineData(2, ".", "actorchat.storage.sqlite.path")]
    [InlineData(2, "/dev/null", "actorchat.storage.sqlite.path")]
    [InlineData(2, "tubería", "actorchat.storage.sqlite.path")]
    [InlineData(2, "{252}", "actorchat.storage.sqlite.path")]
    [InlineData(2, "{300}", "actorchat.storage.sqlite.path")]
    [InlineData(64, ".", "actorchat.logging.json-file")]
    [InlineData(64, "{300}", "actorchat.logging.json-file")]
    [InlineData(64, "pronto", "akka.scheduler.tick-duration")]
    public async Task Check_refuses_what_the_start_refuses(int code, string value, string key)
    {
        await MakePipeAsync("tubería");
        var set = $"{key}={(value.StartsWith('{') ? new string('x', int.Parse(value.Trim('{', '}'), CultureInfo.InvariantCulture)) : value)}";
        await RefusesAsync(code, key, "--check", "--set", set);
        Assert.Equal([_folder.File("tubería")], Directory.GetFileSystemEntries(_folder.Path));
        await RefusesAsync(code, key, "--port", "0", "--confirm-port", "0", "--set", set);
    }

    [Theory]
    [InlineData("--config", "tubería")]
    [InlineData("--check", "--set", "actorchat.storage.users=mysql", "--set", "actorchat.storage.mysql.password-file=tubería")]
    public async Task A_pipe_that_nobody_writes_to_does_not_hold_up_the_start(params string[] arguments)
    {
        await MakePipeAsync("tubería");
        await RefusesAsync(64, "tubería", arguments);
    }

    [Theory]
    [InlineData("--help", "--config")]
    [InlineData("--version", "actorchat-server ")]
    [InlineData("--print-config", "    port = 1234\n")]
    public async Task Help_version_and_settings_go_to_standard_output(string option, string part)
    {
        using var server = ServerProcess.StartWith(_folder.Path, option);
        var (exitCode, output, errors) = await server.FinishAsync();
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains(part, output, StringComparison.Ordinal);
    }

    private async Task MakePipeAsync(string name)
    {
        using var mkfifo = Process.Start("mkfifo", [_folder.File(name)]);
        await mkfifo.WaitForExitAsync();
    }

    private async Task RefusesAsync(int code, string named, params string[] arguments)
    {
        using var server = ServerProcess.StartWith(_folder.Path, arguments);
        var (exitCode, output, errors) = await server.FinishAsync();
        Assert.Equal("", output);
        Assert.StartsWith("[ERROR] ", errors, StringComparison.Ordinal);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.Equal(errors.Length - 1, errors.IndexOf('\n', StringComparison.Ordinal));
        Assert.Equal(code, exitCode);
    }
}
