using ActorChat.Client;

namespace ActorChat.Tests.Client.Running;

/// <summary>The real program with standard streams that are closed, full or something else than a stream.</summary>
public class StandardStreamTests
{
    [Theory]
    [InlineData("<&-", "está cerrada")]
    [InlineData("0>/dev/null", "está cerrada, o abierta para otra cosa")]
    [InlineData("</", "es un directorio")]
    public async Task An_input_that_cannot_be_read_is_one_line_in_both_modes(string redirection, string reason)
    {
        using var server = WireServer.Start();
        using var confirming = ClientProcess.StartRedirected(redirection, "--confirm");
        (await confirming.FinishAsync()).Failed(ExitCode.ConsoleFailed, $"No se puede leer la entrada estándar: {reason}");

        using var chatting = ClientProcess.StartRedirected(redirection, server);
        var finished = chatting.FinishAsync();
        if (redirection is not "<&-")
        {
            using var peer = await server.AcceptAsync();
            await peer.SendAsync("Nickname: ");
            await finished;
        }

        (await finished).Failed(ExitCode.ConsoleFailed, reason);
    }

    [Theory]
    [InlineData(">&-", "está cerrada")]
    [InlineData(">/dev/full", "no queda espacio")]
    public async Task An_output_that_cannot_be_written_is_one_line(string redirection, string reason)
    {
        using var help = ClientProcess.StartRedirected(redirection, "--help");
        (await help.FinishAsync()).Failed(ExitCode.ConsoleFailed, $"No se puede escribir la salida estándar: {reason}");

        using var server = WireServer.Start();
        using var chatting = ClientProcess.StartRedirected(redirection, server, "--nick", "ana");
        using var peer = await server.AcceptAsync();
        await peer.SendAsync("hola\n");

        // Nothing that is meant for the user reaches the server, whose connection may have got the number of the closed stream.
        Assert.Equal("", await peer.ReadToEndAsync());
        (await chatting.FinishAsync()).Failed(ExitCode.ConsoleFailed, reason);
    }
}
