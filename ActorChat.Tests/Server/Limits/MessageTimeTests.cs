using ActorChat.Server.Lifecycle;
using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Server.Limits;

/// <summary>The confirmation port is there for one message a connection: it waits a minute for it, and for many bad ones no longer than the chat.</summary>
public class MessageTimeTests
{
    private const string Late = "Error: se cierra la conexión, porque no ha llegado ningún mensaje a tiempo. Vuelve a conectarte cuando quieras.\n";
    private const string Flood =
        "Se cierra la conexión: llevas demasiado tiempo enviando mensajes más deprisa de lo permitido. Vuelve a conectarte y escribe más despacio.\n";

    private static readonly ClientLimits OneMinute = new() { MessageTimeout = TimeSpan.FromMinutes(1) };
    private static readonly ClientLimits TenASecond = new() { Messages = new Rate(PerSecond: 10, Burst: 20), FloodTimeout = TimeSpan.FromSeconds(3) };

    public static TheoryData<byte[]> NoMessages => [[], [.. "un mensaje sin su f"u8], Bad(1)];

    [Theory]
    [MemberData(nameof(NoMessages))]
    public async Task Who_gives_none_in_time_is_told_so_and_disconnected(byte[] sent)
    {
        await using var party = await OfAsync(OneMinute);
        await using (var client = await WireClient.ConnectAsync(party.Server.Confirmation))
        {
            // The refusal of a telnet option shows that all of it has been read.
            await client.SendAsync((byte[])[.. sent, 0xFF, 0xFD, 1]);
            while (!(await client.ReadTextAsync()).Contains('\uFFFD', StringComparison.Ordinal))
            {
            }

            party.Pass(60);
            Assert.EndsWith(Late, await client.ReadToEndAsync(), StringComparison.Ordinal);
        }

        await party.Hits.WaitForAsync(Limit.MessageTimeout, 1);
        await party.Server.StopQuietlyAsync();
        Assert.Empty(party.Server.Database.Messages());
    }

    [Fact]
    public async Task Who_waits_for_the_disk_is_not_late()
    {
        using var store = new HeldStore(at: "hola");
        await using var party = await OfAsync(OneMinute, store.In);
        await using var client = await WireClient.ConnectAsync(party.Server.Confirmation);
        await client.SendLineAsync("hola");
        await store.ReachedAsync();
        party.Pass(3600);
        store.LetGo();
        Assert.StartsWith("Mensaje recibido: ", await client.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(0, party.Hits[Limit.MessageTimeout]);
    }

    [Fact]
    public async Task Bad_messages_are_answered_as_the_rate_lets_them_and_a_good_one_behind_them_counts()
    {
        await using var party = await OfAsync(TenASecond with { FloodTimeout = null });
        await using var client = await WireClient.ConnectAsync(party.Server.Confirmation);
        await client.SendAsync((byte[])[.. Bad(30), .. "hola\n"u8]);
        await ExpectErrorsAsync(client, 20);
        await party.Hits.WaitForAsync(Limit.MessagesPerSecond, 1);
        for (var number = 21; number <= 30; number++)
        {
            party.Pass(0.1);
            await ExpectErrorsAsync(client, 1);
        }

        Assert.Empty(party.Server.Database.Messages());
        party.Pass(0.1);
        Assert.StartsWith("Mensaje recibido: ", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_stop_sending_bad_ones_is_disconnected()
    {
        await using var party = await OfAsync(TenASecond);
        await using var client = await WireClient.ConnectAsync(party.Server.Confirmation);
        await client.SendAsync(Bad(500));
        await ExpectErrorsAsync(client, 20);
        await party.Hits.WaitForAsync(Limit.MessagesPerSecond, 1);
        for (var number = 21; number <= 50; number++)
        {
            party.Pass(0.1);
            await ExpectErrorsAsync(client, 1);
        }

        Assert.Equal(Flood, await client.ReadToEndAsync());
        await party.Hits.WaitForAsync(Limit.FloodTimeout, 1);
        await client.DisposeAsync();
        await party.Server.StopQuietlyAsync();
    }

    private static Task<LimitedParty> OfAsync(ClientLimits rules, Func<ServerActorSettings, ServerActorSettings>? change = null) => LimitedParty.OfAsync(settings =>
    {
        var patient = (change is null ? settings : change(settings)).WithLongQuietPeriod();
        return patient with { ConfirmationConnections = patient.ConfirmationConnections with { ClientLimits = rules } };
    });

    private static byte[] Bad(int count) => [.. Enumerable.Repeat<byte[]>([0xC3, (byte)'\n'], count).SelectMany(line => line)];

    private static async Task ExpectErrorsAsync(WireClient client, int count) =>
        Assert.All(await client.ReadLinesAsync(count), line => Assert.StartsWith("Error: el mensaje no es texto UTF-8", line, StringComparison.Ordinal));
}
