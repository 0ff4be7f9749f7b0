using System.Text.Json.Nodes;
using ActorChat.Client;

namespace ActorChat.Tests.Client.Running;

/// <summary>The real program with <c>--confirm</c> against a server that the test plays.</summary>
public sealed class ConfirmationTests : IDisposable
{
    private readonly WireServer _server = WireServer.Start();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("éxito")]
    [InlineData(" EXITO ")]
    [InlineData("E\u0301xito\r")]
    public async Task Each_message_is_confirmed_until_the_closing_word_which_is_not_sent(string word)
    {
        using var client = ClientProcess.Start(_server, "--confirm");
        await client.PipeAsync($"hola\n\n   \n¿éxito? ñ\n{word}\nnunca\n");
        await _server.AnswerAsync("hola", "Mensaje recibido: 2025-09-07T12:00:00\n");
        await _server.AnswerAsync("¿éxito? ñ", "Mensaje recibido: 2025-09-07T12:00:01\n");

        var run = await client.FinishAsync();
        run.IsDone();
        Assert.Equal(
            "[SERVIDOR] Mensaje recibido: 2025-09-07T12:00:00\n[SERVIDOR] Mensaje recibido: 2025-09-07T12:00:01\n", run.Output);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_it_too_and_an_answer_needs_no_newline()
    {
        using var client = ClientProcess.Start(_server, "--confirm", "--lang", "en");
        await client.PipeAsync("hello");
        await _server.AnswerAsync("hello", "Message received: 2025-09-07T12:00:00");

        var run = await client.FinishAsync();
        run.IsDone();
        Assert.Equal("[SERVER] Message received: 2025-09-07T12:00:00\n", run.Output);
    }

    [Fact]
    public async Task Without_a_message_no_server_is_needed()
    {
        using var nobody = WireServer.Absent();
        using var client = ClientProcess.Start(nobody, "--confirm");
        await client.PipeAsync("éxito\n");

        (await client.FinishAsync()).IsDone();
    }

    [Fact]
    public async Task Where_no_server_is_the_first_message_tells()
    {
        using var nobody = WireServer.Absent();
        using var client = ClientProcess.Start(nobody, "--confirm");
        await client.PipeAsync("hola\nadiós\n");

        var run = await client.FinishAsync();
        run.Failed(ExitCode.CannotConnect, $"No hay ningún servidor en 127.0.0.1:{nobody.Port}");
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task A_script_is_stopped_at_the_first_message_that_finds_no_server_any_more()
    {
        using var client = ClientProcess.Start(_server, "--confirm");
        await client.TypeAsync("uno\n");
        await _server.AnswerAsync("uno", "Mensaje recibido: hoy\n");
        await client.Output.WaitForAsync("[SERVIDOR] Mensaje recibido: hoy\n");
        _server.Dispose();
        await client.PipeAsync("dos\ntres\n");

        var run = await client.FinishAsync();
        run.Failed(ExitCode.ConnectionLost, "Sin confirmar: «dos»");
        Assert.Equal("[SERVIDOR] Mensaje recibido: hoy\n", run.Output);
    }

    [Theory]
    [InlineData("", ". El servidor ha cortado la conexión", "")]
    [InlineData("Error: el mensaje no se pudo guardar\n", "", "[SERVIDOR] Error: el mensaje no se pudo guardar\n")]
    public async Task A_message_without_a_receipt_is_not_confirmed_and_stops_the_script(string answer, string why, string output)
    {
        using var client = ClientProcess.Start(_server, "--confirm");
        await client.PipeAsync("uno\ndos\n");
        await _server.AnswerAsync("uno", answer);

        var run = await client.FinishAsync();
        run.Failed(ExitCode.ConnectionLost, $"Sin confirmar: «uno»{why}");
        Assert.Equal(output, run.Output);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_of_the_answer_has_confirmed_nothing()
    {
        using var client = ClientProcess.Start(_server, "--confirm");
        await client.PipeAsync("uno\n");
        using var peer = await _server.AcceptAsync();
        await peer.ReadLineAsync();
        await peer.SendAsync("Mensaje rec");
        peer.Reset();

        var run = await client.FinishAsync();
        run.Failed(ExitCode.ConnectionLost, "Sin confirmar: «uno»");
        Assert.True(run.Output is "" or "[SERVIDOR] Mensaje rec\n", run.Output);
    }

    [Fact]
    public async Task Json_tells_what_became_of_each_message()
    {
        using var client = ClientProcess.Start(_server, "--confirm", "--json");
        await client.PipeAsync("uno\ndos\n");
        await _server.AnswerAsync("uno", "Mensaje recibido: 2025-09-07T12:00:00\n");
        await _server.AnswerAsync("dos", "Error: el mensaje no se pudo guardar\n");

        var run = await client.FinishAsync();
        run.Failed(ExitCode.ConnectionLost, "Sin confirmar: «dos»");
        var lines = run.Output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(["confirmed", "refused"], lines.Select(line => (string?)line["outcome"]));
        Assert.Equal(["uno", "dos"], lines.Select(line => (string?)line["message"]));
        Assert.Equal("Mensaje recibido: 2025-09-07T12:00:00", (string?)lines[0]["answer"]);
    }

    [Theory]
    [InlineData(
        "es",
        "el servidor no ha respondido a tiempo a lo que enviaste; puede que no se haya hecho.",
        "Sin confirmar: «uno». El servidor no lo ha confirmado a tiempo y puede que lo haya guardado")]
    [InlineData(
        "en",
        "the server has not answered what you sent in time; it may not have been done.",
        "Not confirmed: “uno”. The server has not confirmed it in time and may have stored it")]
    public async Task A_server_that_was_not_in_time_may_have_stored_the_message(string language, string answer, string summary)
    {
        using var client = ClientProcess.Start(_server, "--confirm", "--json", "--lang", language);
        await client.PipeAsync("uno\n");
        await _server.AnswerAsync("uno", $"Error: {answer}\n");

        var run = await client.FinishAsync();
        run.Failed(ExitCode.ConnectionLost, summary);
        Assert.Equal("timed-out", (string?)JsonNode.Parse(run.Output)!["outcome"]);
    }

    [Fact]
    public async Task A_server_that_leaves_the_closing_to_the_client_gets_its_half_close_after_the_answer()
    {
        using var client = ClientProcess.Start(_server, "--confirm");
        await client.PipeAsync("uno\n");
        using var peer = await _server.AcceptAsync();
        await peer.ReadLineAsync();
        await peer.SendAsync("Mensaje recibido: hoy\n");
        Assert.Equal("", await peer.ReadToEndAsync());
        peer.Dispose();

        (await client.FinishAsync()).IsDone();
    }

    [Fact]
    public async Task A_message_of_10_MB_arrives_whole()
    {
        using var client = ClientProcess.Start(_server, "--confirm");
        var message = new string('x', 10_000_000);
        await client.PipeAsync(message + "\n");
        await _server.AnswerAsync(message, "Mensaje recibido: hoy\n");

        (await client.FinishAsync()).IsDone();
    }

    [Fact]
    public async Task A_message_that_is_refused_before_it_is_read_gets_its_answer_shown()
    {
        using var client = ClientProcess.Start(_server, "--confirm");
        await client.PipeAsync(new string('x', 10_000_000) + "\n");
        using var peer = await _server.AcceptAsync();
        await peer.SendAsync("Error: el mensaje es demasiado largo\n");
        await client.Output.WaitForAsync("[SERVIDOR] Error: el mensaje es demasiado largo\n");
        peer.Dispose();

        (await client.FinishAsync()).Failed(ExitCode.ConnectionLost, "Sin confirmar: «xxx");
    }

    [Fact]
    public async Task A_hostile_answer_reaches_no_terminal_and_breaks_nothing()
    {
        using var client = ClientProcess.Start(_server, "--confirm");
        await client.PipeAsync("hola\n");
        var longLine = new string('x', 10_000_000);
        await _server.AnswerAsync("hola", $"\u001B[2JMensaje recibido: hoy\r\n\u001B]0;t\u0007{longLine}\u0085");

        var run = await client.FinishAsync();
        run.IsDone();
        Assert.Equal($"[SERVIDOR] Mensaje recibido: hoy\n[SERVIDOR] {longLine}\n", run.Output);
    }

    [Fact]
    public async Task Who_leaves_before_the_answer_is_told_that_nothing_was_confirmed()
    {
        using var client = ClientProcess.Start(_server, "--confirm");
        await client.TypeAsync("hola\n");
        using var peer = await _server.AcceptAsync();
        await peer.ReadLineAsync();
        await client.SignalAsync("INT");

        (await client.FinishAsync()).Failed(ExitCode.ConnectionLost, "Sin confirmar: «hola». Interrumpido");
    }

    [Fact]
    public async Task Who_leaves_between_two_messages_is_done()
    {
        using var client = ClientProcess.Start(_server, "--confirm");
        await client.TypeAsync("hola\n");
        await _server.AnswerAsync("hola", "Mensaje recibido: hoy\n");
        await client.Output.WaitForAsync("Mensaje recibido: hoy\n");
        await client.SignalAsync("TERM");

        (await client.FinishAsync()).IsDone();
    }
}
