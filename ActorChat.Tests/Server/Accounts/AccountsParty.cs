using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Lifecycle;

namespace ActorChat.Tests.Server.Accounts;

/// <summary>Steps of tests about accounts.</summary>
internal static class AccountsParty
{
    public static ServerActorSettings WithAccounts(this ServerActorSettings settings, Func<AccountRules, AccountRules> change) =>
        settings with { Accounts = change(settings.Accounts) };

    /// <summary>A member registers the own nickname.</summary>
    public static Task RegisterAsync(this WireClient member, string password) =>
        member.AskAsync($"/registrar {password}", $"El nickname '{member.Nickname}' es tuyo: la próxima vez se te pedirá la clave.");

    /// <summary>Somebody at the prompt, not in yet.</summary>
    public static Task<WireClient> KnockAsync(this TestServer server) => WireClient.KnockAsync(server.Chat);

    /// <summary>Enters with a password, as one at the prompt.</summary>
    public static async Task<WireClient> IdentifyAsync(this TestServer server, string nickname, string password)
    {
        var client = await server.KnockAsync();
        await client.TryAsync(nickname, "Clave: ");
        return await client.EnterAsync(password, nickname);
    }
}
