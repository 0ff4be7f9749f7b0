using System.Collections.Concurrent;

namespace ActorChat.Tests.Server.Storage;

/// <summary>A commit blocks a thread, and a users' server may do so for seconds: these are no threads that others need.</summary>
public class StorageThreadsTests
{
    [Fact]
    public async Task Messages_and_users_each_have_a_thread_of_their_own()
    {
        var (messages, users) = (new ConcurrentQueue<Thread>(), new ConcurrentQueue<Thread>());
        await using var party = await Party.OfAsync(
            settings => ScriptedUserStore.In(settings, _ => users.Enqueue(Thread.CurrentThread))
                .WithMessages(open => new PickyMessageStore(open(), _ => messages.Enqueue(Thread.CurrentThread))),
            "ana",
            "beto");
        for (var i = 0; i < 20; i++)
        {
            await party["ana"].SendLineAsync($"{i}");
            await party["beto"].ExpectLineAsync($"ana: {i}");
        }

        await party.EndQuietlyAsync();
        var (writer, recorder) = (Assert.Single(messages.Distinct()), Assert.Single(users.Distinct()));
        Assert.NotSame(writer, recorder);
        Assert.False(writer.IsThreadPoolThread);
        Assert.False(recorder.IsThreadPoolThread);
    }
}
