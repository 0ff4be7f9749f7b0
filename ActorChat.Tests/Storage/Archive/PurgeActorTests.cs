using System.Collections.Concurrent;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Archive;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Storage.Archive;

/// <summary>A server that keeps messages for some days.</summary>
public sealed class PurgeActorTests : IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    [Fact]
    public async Task Old_messages_are_deleted_at_the_start_and_each_day_while_users_chat()
    {
        var clock = new FakeTimeProvider(Sample.Noon);
        var database = _temporary.Database;
        using (var store = database.OpenMessages())
            store.Append([At("viejo", 1, days: -9), At("de ayer", 2, days: -1)]);
        await using var server = await TestServer.StartAsync(settings => settings with
        {
            Persistence = settings.Persistence with
            {
                Clock = clock,
                OpenMessages = database.OpenMessages,
                OpenReader = database.OpenReader,
                Retention = new Retention(TimeSpan.FromDays(5), database.OpenArchive),
            },
        });
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await ana.ExpectLineAsync("* beto se ha conectado");
        await UntilAsync(() => Contents() is ["de ayer"]);

        await ana.SendLineAsync("hoy");
        await beto.ExpectLineAsync("ana: hoy");
        await UntilAsync(() => PassAnHour(clock) is ["hoy"]);
        Assert.Equal([3L], _temporary.Query("SELECT numero FROM mensajes").Single());
        await server.StopQuietlyAsync();
    }

    // On the first start there is no file before: nothing could be opened, and nothing would be deleted for an hour.
    [Fact]
    public async Task The_file_is_made_before_it_is_looked_through()
    {
        var opened = new ConcurrentQueue<string>();
        var database = _temporary.Database;
        var isArchiveOpen = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(settings => settings with
        {
            Persistence = settings.Persistence with
            {
                OpenMessages = () => Note("messages", database.OpenMessages()),
                OpenReader = database.OpenReader,
                Retention = new Retention(TimeSpan.FromDays(5), () =>
                {
                    opened.Enqueue("archive");
                    isArchiveOpen.TrySetResult();
                    return database.OpenArchive();
                }),
            },
        });
        await isArchiveOpen.Task.WaitAsync(TestTimeout.Limit);
        await server.StopQuietlyAsync();
        Assert.Equal(["messages", "archive"], opened);

        T Note<T>(string what, T store)
        {
            opened.Enqueue(what);
            return store;
        }
    }

    public void Dispose() => _temporary.Dispose();

    private static MessageRecord At(string text, long number, int days) =>
        Sample.Message(text, number) with { Instant = Sample.Noon.AddDays(days).ToUnixTimeMilliseconds() };

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        while (!isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
    }

    private List<string> PassAnHour(FakeTimeProvider clock)
    {
        var contents = Contents();
        if (contents.Count > 1)
            clock.Advance(TimeSpan.FromHours(1));
        return contents;
    }

    private List<string> Contents() => [.. _temporary.Messages().Select(message => message.Content)];
}
