using System.Collections.Concurrent;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Tests.Faults.Actors;

/// <summary>A real store that fails now and then: in a way that it says, in a way that it does not, and when everything is on disk already.</summary>
/// <param name="inner">The real store.</param>
/// <param name="moods">Chooses; shared by all that are opened one after the other.</param>
internal sealed class MoodyMessageStore(IMessageStore inner, MoodyMessageStore.Moods moods) : IMessageStore
{
    public void Save(StoredRoom room) => inner.Save(room);

    public void Save(ModerationAct act, string name) => inner.Save(act, name);

    public void Append(IReadOnlyList<MessageRecord> batch)
    {
        var mood = moods.Next();
        if (mood == 0)
            throw new WriteException(WriteError.Other, "injected");
        if (mood == 1)
            throw new InjectedException("before the commit");
        inner.Append(batch);
        if (mood != 2)
            return;
        foreach (var message in batch)
            moods.Hidden.TryAdd(message.Content, true);
        throw new InjectedException("behind the commit");
    }

    public void Dispose() => inner.Dispose();

    /// <summary>What all have in common.</summary>
    internal sealed class Moods(int seed)
    {
        private const int OneIn = 40;

        private readonly Random _random = new(seed);

        /// <summary>What is on disk although nobody was told so.</summary>
        public ConcurrentDictionary<string, bool> Hidden { get; } = [];

        /// <summary>0 to 2 for a failure.</summary>
        public int Next()
        {
            lock (_random)
                return _random.Next(3 * OneIn);
        }
    }
}
