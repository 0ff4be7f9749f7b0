using System.Text.Json.Nodes;
using ActorChat.Client;

namespace ActorChat.Tests.Client.Running;

/// <summary>What a script gives to the real program and what cannot be sent as it is.</summary>
public class RefusedInputTests
{
    [Theory]
    [InlineData("uno\rdos\n", "CR")]
    [InlineData("uno\tdos\n", "U+0009")]
    [InlineData("se\u00F1or\n", "UTF-8")]
    public async Task A_message_that_would_be_stored_otherwise_is_not_sent_and_stops_the_script(string line, string reason)
    {
        using var server = WireServer.Absent();
        using var client = ClientProcess.Start(server, "--confirm");
        await client.TypeAsync(Encoding.Latin1.GetBytes(line));
        client.EndInput();

        var run = await client.FinishAsync();
        run.Failed(ExitCode.InputRefused, "La línea 1 de la entrada no se ha enviado: ");
        Assert.Contains(reason, run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Json_tells_of_it_without_the_answer_to_another_message()
    {
        using var server = WireServer.Start();
        using var client = ClientProcess.Start(server, "--confirm", "--json");
        await client.PipeAsync("uno\ndos\rtres\ncuatro\n");
        using (var peer = await server.AcceptAsync())
        {
            Assert.Equal("uno", await peer.ReadLineAsync());
            await peer.SendAsync("Mensaje recibido: hoy\n");
        }

        var run = await client.FinishAsync();
        run.Failed(ExitCode.InputRefused, "La línea 2 ");
        var told = JsonNode.Parse(run.Output.TrimEnd('\n').Split('\n')[^1])!;
        Assert.Equal("unsendable", (string?)told["outcome"]);
        Assert.Null(told["message"]);
        Assert.Null(told["answer"]);
    }

    [Fact]
    public async Task A_nickname_that_cannot_be_sent_is_followed_by_nothing()
    {
        using var server = WireServer.Start();
        using var client = ClientProcess.Start(server);
        using var peer = await server.AcceptAsync();
        await client.PipeAsync("no valido\rcarla\nhola\n");
        await peer.SendAsync("Nickname: ");

        Assert.Equal("", await peer.ReadToEndAsync());
        peer.Dispose();
        (await client.FinishAsync()).Failed(ExitCode.InputRefused, "La línea 1 ");
    }

    [Fact]
    public async Task In_the_chat_the_other_lines_are_sent_and_the_exit_code_tells_of_the_one_that_was_not()
    {
        using var server = WireServer.Start();
        using var client = ClientProcess.Start(server);
        using var peer = await server.AcceptAsync();
        await client.PipeAsync("ana\nuno\r#oreja dos\rtres\ncuatro\n");

        await peer.WelcomeAsync();
        Assert.Equal("cuatro\n", await peer.ReadToEndAsync());
        peer.Dispose();
        (await client.FinishAsync()).Failed(ExitCode.InputRefused, "La línea 2 ");
    }
}
