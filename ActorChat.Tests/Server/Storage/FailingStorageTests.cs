using ActorChat.Server.Lifecycle;
using ActorChat.Server.Storage.Errors;
using Akka.Event;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Server.Storage;

public class FailingStorageTests
{
    private const string NotStored = "Error: el mensaje no se pudo guardar";

    [Theory]
    [InlineData("malo\n", NotStored + "\n")]
    [InlineData("malo", NotStored)]
    public async Task The_confirmation_port_says_so_as_its_client_ends_lines_and_goes_on(string message, string answer)
    {
        await using var server = await TestServer.StartAsync(settings => FullAt(settings, "malo"));
        await using var unlucky = await WireClient.ConnectAsync(server.Confirmation);
        await unlucky.SendAsync(message);
        Assert.Equal(answer, await unlucky.ReadToEndAsync());

        Assert.StartsWith("Mensaje recibido: ", await WireClient.ConfirmAsync(server.Confirmation, "bueno"), StringComparison.Ordinal);
        Assert.Equal("bueno", Assert.Single(server.Database.Messages()).Content);
    }

    [Fact]
    public async Task A_chat_user_is_told_nobody_sees_the_message_and_the_log_has_words_and_no_exception()
    {
        await using var party = await Party.OfAsync(settings => FullAt(settings, "malo"), "ana", "beto");
        await party["ana"].AskAsync("malo", NotStored);
        await party.SayAsync("ana", "bueno", "beto");
        await party.Server.StopAsync();
        Assert.Equal("bueno", Assert.Single(party.Server.Database.Messages()).Content);

        var error = Assert.Single(await party.Server.LogAsync(), logged => logged.LogLevel() == LogLevel.ErrorLevel);
        Assert.Equal(
            "No se pudo guardar 1 mensaje: el disco está lleno. Se ha avisado a su autor; el servidor sigue atendiendo.",
            error.Message.ToString());
        Assert.Null(error.Cause);
    }

    [Fact]
    public async Task A_disk_that_stays_full_has_one_line_a_minute_with_the_number_of_those_left_out()
    {
        var clock = new FakeTimeProvider();
        await using var party = await Party.OfAsync(settings => FullAt(settings, "malo").WithClock(clock), "ana");
        foreach (var pause in new[] { TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(1) })
        {
            clock.Advance(pause);
            await party["ana"].AskAsync("malo", NotStored);
        }

        var errors = (await party.Server.LogAsync()).Where(logged => logged.LogLevel() == LogLevel.ErrorLevel).Select(logged => logged.Message.ToString()).ToList();
        Assert.Equal(2, errors.Count);
        Assert.Contains("(y 1 vez más", errors[1], StringComparison.Ordinal);
    }

    private static ServerActorSettings FullAt(ServerActorSettings settings, string text) => settings.WithFailures(message =>
        message.Content == text ? new WriteException(WriteError.Full, "el disco está lleno") : null);
}
