using ActorChat.Server.Lifecycle;
using ActorChat.Server.Storage.Accounts;

namespace ActorChat.Tests.Server.Accounts;

/// <summary>A real store, before each use of which something happens: a failure, or a wait.</summary>
/// <param name="real">The store.</param>
/// <param name="before">Is given the name of the method.</param>
internal sealed class ScriptedAccountStore(IAccountStore real, Action<string> before) : IAccountStore
{
    public static ServerActorSettings In(ServerActorSettings settings, Action<string> before)
    {
        var open = settings.Persistence.OpenAccounts;
        return settings with { Persistence = settings.Persistence with { OpenAccounts = () => new ScriptedAccountStore(open(), before) } };
    }

    public IReadOnlyList<string> Names() => Do(nameof(Names), real.Names);

    public Account? Find(string key) => Do(nameof(Find), () => real.Find(key));

    public bool TryAdd(Account account) => Do(nameof(TryAdd), () => real.TryAdd(account));

    public bool TrySetPassword(string key, string hash) => Do(nameof(TrySetPassword), () => real.TrySetPassword(key, hash));

    public void NoteLogin(string key, long instant, string? hash) => Do(nameof(NoteLogin), () => real.NoteLogin(key, instant, hash));

    public bool TryRemove(string key) => Do(nameof(TryRemove), () => real.TryRemove(key));

    public KeepResult Keep(WaitingMessage message, int max, long since) => Do(nameof(Keep), () => real.Keep(message, max, since));

    public IReadOnlyList<WaitingMessage> Waiting(string key, long since, int count) => Do(nameof(Waiting), () => real.Waiting(key, since, count));

    public void RemoveDelivered(string key, long lastId) => Do(nameof(RemoveDelivered), () => real.RemoveDelivered(key, lastId));

    public void RemoveExpired(long before) => Do(nameof(RemoveExpired), () => real.RemoveExpired(before));

    public void Dispose() => real.Dispose();

    private void Do(string name, Action use) => Do(name, () =>
    {
        use();
        return 0;
    });

    private T Do<T>(string name, Func<T> use)
    {
        before(name);
        return use();
    }
}
