using ActorChat.Server.Chat.Api;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Configuration;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Tokens;

namespace ActorChat.Server.Hosting.Maintenance;

/// <summary>Runs <c>--token</c>, <c>--revoke-token</c> and <c>--tokens</c>, also beside a server that is running.</summary>
internal static class TokenProgram
{
    private const string MakeAct = "ficha", RevokeAct = "retirar-ficha";

    /// <summary>Does what is asked. Standard output has the new token and nothing else, for scripts. Returns the exit code.</summary>
    public static async Task<int> RunAsync(
        StorageSettings storage, CommandLineRequest.Tokens request, Texts texts, TextWriter output, TextWriter errors)
    {
        if (request.Action == TokenAction.Make && ReservedNicknames.Contains(request.Name))
            return await RefuseAsync(texts.NicknameReserved(request.Name.Value), ExitCode.Usage);
        using var store = ServerActorSettingsFactory.Database(storage).OpenTokens();
        try
        {
            return request.Action switch
            {
                TokenAction.Make => await MakeAsync(),
                TokenAction.Revoke => await RevokeAsync(),
                _ => await ListAsync(),
            };
        }
        catch (WriteException failure)
        {
            return await RefuseAsync(texts.TokenNotStored(failure.Describe(texts)), ExitCode.DatabaseUnavailable);
        }

        async Task<int> MakeAsync()
        {
            var token = BearerToken.New();
            if (!store.TryAdd(request.Name, BearerToken.HashOf(token), EntryOf(MakeAct, request.Name)))
                return await RefuseAsync(texts.TokenExists(request.Name.Value), ExitCode.Usage);
            await output.WriteLineAsync(token);
            await errors.WriteLineAsync(texts.TokenMade(request.Name.Value));
            return ExitCode.Success;
        }

        async Task<int> RevokeAsync()
        {
            if (!store.TryRevoke(request.Name, EntryOf(RevokeAct, request.Name)))
                return await RefuseAsync(texts.TokenUnknown(request.Name.Value), ExitCode.Usage);
            await output.WriteLineAsync(texts.TokenRevoked(request.Name.Value));
            return ExitCode.Success;
        }

        async Task<int> ListAsync()
        {
            var tokens = store.All();
            foreach (var token in tokens)
                await output.WriteLineAsync(Describe(token, texts));
            if (tokens.Count == 0)
                await output.WriteLineAsync(texts.NoTokens);
            return ExitCode.Success;
        }

        async Task<int> RefuseAsync(string why, int exitCode)
        {
            await errors.WriteLineAsync(texts.Error(why));
            return exitCode;
        }
    }

    private static string Describe(ApiToken token, Texts texts) => token.LastUsed == 0
        ? texts.TokenUnused(token.Name, Time(token.CreatedAt))
        : texts.TokenUsed(token.Name, Time(token.CreatedAt), Time(token.LastUsed));

    private static string Time(long instant) => AuditEntry.Utc(DateTimeOffset.FromUnixTimeMilliseconds(instant));

    private static AuditEntry EntryOf(string act, Nickname name) => new(
        DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), $"{AuditEntry.Console} {Environment.UserName}", act, "", name.Value, "");
}
