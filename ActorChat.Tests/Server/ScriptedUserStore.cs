using ActorChat.Server.Lifecycle;
using ActorChat.Server.Storage;

namespace ActorChat.Tests.Server;

/// <summary>A real user store that first does what the test wants: wait, or throw.</summary>
internal sealed class ScriptedUserStore(IUserStore inner, Action<IReadOnlyList<LastSeen>> before) : IUserStore
{
    public static ServerActorSettings In(ServerActorSettings settings, Action<IReadOnlyList<LastSeen>> before)
    {
        var real = settings.Persistence.OpenUsers;
        return settings with { Persistence = settings.Persistence with { OpenUsers = () => new ScriptedUserStore(real(), before) } };
    }

    public void Upsert(IReadOnlyList<LastSeen> users)
    {
        before(users);
        inner.Upsert(users);
    }

    public void Dispose() => inner.Dispose();
}
