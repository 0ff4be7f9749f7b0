using ActorChat.Server.Transport.Limits;
using ActorChat.Tests.Server.Limits;

namespace ActorChat.Tests.Server.Flow;

/// <summary>A client that sends each key as it is pressed, as Windows' telnet does.</summary>
public class TypingTests
{
    private static readonly TimeSpan KeyPause = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_nickname_typed_key_by_key_is_one_nickname_and_all_later_lines_are_lines()
    {
        await using var party = await LimitedParty.OfAsync(ClientLimits.Unlimited);
        await using var telnet = await WireClient.ConnectAsync(party.Server.Chat);
        await telnet.ExpectAsync("Nickname: ");
        await TypeAsync(party, telnet, "ana", KeyPause * 0.9);
        await telnet.SendAsync("\r\n");
        await telnet.ExpectLineAsync("Bienvenido, ana. Usuarios conectados: 1. Escribe /ayuda para ver los comandos.");

        await TypeAsync(party, telnet, "/username", KeyPause * 10);
        await telnet.SendAsync("\r\n");
        await telnet.ExpectLineAsync("Tu nickname es ana");
        await telnet.DisposeAsync();
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task A_letter_that_nothing_follows_is_a_message_on_both_ports()
    {
        await using var party = await LimitedParty.OfAsync(ClientLimits.Unlimited);
        await using var chunk = await WireClient.ConnectAsync(party.Server.Chat);
        await chunk.ExpectAsync("Nickname: ");
        await TypeAsync(party, chunk, "a", KeyPause);
        party.Pass(KeyPause.TotalSeconds);
        await chunk.ExpectLineAsync("Bienvenido, a. Usuarios conectados: 1. Escribe /ayuda para ver los comandos.");

        await using var confirmation = await WireClient.ConnectAsync(party.Server.Confirmation);
        await confirmation.SendAsync("a");
        var answer = confirmation.ReadToEndAsync();
        while (!answer.IsCompleted)
            await party.PassInStepsAsync(1, KeyPause.TotalSeconds, connection: 1);
        Assert.Matches("^Mensaje recibido: .{19}$", await answer);
        await chunk.DisposeAsync();
        await confirmation.DisposeAsync();
        await party.EndQuietlyAsync();
    }

    // The next key is pressed when the server has had the one before for so long.
    private static async Task TypeAsync(LimitedParty party, WireClient client, string text, TimeSpan pause)
    {
        foreach (var key in text)
        {
            party.Pass(pause.TotalSeconds);
            await client.SendAsync(key.ToString());
            while ((await party.SettleAsync(1)).Idle > TimeSpan.Zero)
            {
            }
        }
    }
}
