using ActorChat.Server.Node;
using ActorChat.Server.Persistence;

namespace ActorChat.Tests.Server;

/// <summary>A real user store that first does what the test wants: wait, or throw.</summary>
internal sealed class ScriptedUserStore(IUserStore inner, Action<IReadOnlyList<UserSighting>> before) : IUserStore
{
    public static NodeSettings In(NodeSettings settings, Action<IReadOnlyList<UserSighting>> before)
    {
        var real = settings.Persistence.OpenUsers;
        return settings with { Persistence = settings.Persistence with { OpenUsers = () => new ScriptedUserStore(real(), before) } };
    }

    public void Upsert(IReadOnlyList<UserSighting> users)
    {
        before(users);
        inner.Upsert(users);
    }

    public void Dispose() => inner.Dispose();
}
