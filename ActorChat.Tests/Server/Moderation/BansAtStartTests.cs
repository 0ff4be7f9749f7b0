using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Moderation;
using ActorChat.Tests.Storage;

namespace ActorChat.Tests.Server.Moderation;

/// <summary>Who is banned when the server starts.</summary>
public sealed class BansAtStartTests : IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    [Fact]
    public async Task Nobody_comes_in_before_the_bans_are_read()
    {
        using (var store = _temporary.Database.OpenMessages())
        {
            store.Save(new ModerationAct(ModerationKind.Ban, "", "(consola)", "Beto", 1) { Key = "beto" }, "");
            store.Save(new ModerationAct(ModerationKind.Ban, "general", "(consola)", "carla", 1) { Key = "carla" }, "general");
        }

        using var isAsked = new SemaphoreSlim(0);
        using var mayAnswer = new SemaphoreSlim(0);
        var starting = TestServer.StartAsync(settings => settings with
        {
            Persistence = settings.Persistence with
            {
                OpenMessages = _temporary.Database.OpenMessages,
                OpenReader = () => new PickyMessageReader(_temporary.Database.OpenReader(), () => { }, () =>
                {
                    isAsked.Release();
                    mayAnswer.Wait(TestTimeout.Limit);
                }),
            },
        });
        Assert.True(await isAsked.WaitAsync(TestTimeout.Limit));
        Assert.False(starting.IsCompleted);
        mayAnswer.Release();
        await using var server = await starting;
        await using var client = await WireClient.KnockAsync(server.Chat);
        await client.TryAsync("beto", "En este servidor hay un veto contra ti.\nNickname: ");
        await client.TryAsync("carla", "En la sala general hay un veto contra ti.\nNickname: ");
        await client.EnterAsync("ana", "ana");
    }

    [Fact]
    public async Task Bans_that_cannot_be_read_at_the_start_hold_when_they_can()
    {
        using (var store = _temporary.Database.OpenMessages())
            store.Save(new ModerationAct(ModerationKind.Ban, "", "(consola)", "beto", 1) { Key = "beto" }, "");
        using var mayAnswer = new SemaphoreSlim(0);
        var reads = 0;
        await using var server = await TestServer.StartAsync(settings => settings with
        {
            Persistence = settings.Persistence with
            {
                OpenMessages = _temporary.Database.OpenMessages,
                OpenReader = () => new PickyMessageReader(_temporary.Database.OpenReader(), () => { }, () =>
                {
                    if (reads++ == 0)
                        throw new OpenException("disk", new OpenError.Other("disk"));
                    mayAnswer.Wait(TestTimeout.Limit);
                }),
            },
        });
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        mayAnswer.Release();
        await beto.ExpectLineAsync("Se cierra la conexión. En este servidor hay un veto contra ti.");
    }

    public void Dispose() => _temporary.Dispose();
}
