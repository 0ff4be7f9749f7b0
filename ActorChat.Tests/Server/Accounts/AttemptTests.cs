using ActorChat.Server.Chat.Accounts.Passwords;
using ActorChat.Server.Lifecycle;
using Akka.Actor;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Server.Accounts;

public sealed class AttemptTests
{
    [Fact]
    public async Task Too_many_wrong_passwords_are_not_looked_at_until_a_time_that_is_told()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        var hasher = new CountingHasher();
        await using var server = await TestServer.StartAsync(settings => With(settings.WithClock(clock), hasher, new Rate(TimeSpan.FromSeconds(30), 3)));
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        foreach (var i in Enumerable.Range(0, 3))
            await ana.AskAsync($"/identificar mala-{i}", "La clave de 'ana' no es esa.");
        Assert.Equal(3, hasher.Count);
        await ana.AskAsync("/identificar mala-3", "Demasiados intentos con claves. Puedes volver a probar a las 12:00:30.");
        Assert.Equal(3, hasher.Count);
        clock.Advance(TimeSpan.FromSeconds(30));
        await ana.RegisterAsync("secreta");
    }

    [Fact]
    public async Task A_nickname_without_an_account_takes_the_same_work_and_gets_the_same_answer()
    {
        var hasher = new CountingHasher();
        await using var server = await TestServer.StartAsync(settings => With(settings, hasher, settings.Accounts.Attempts));
        await using (var ana = await WireClient.JoinAsync(server.Chat, "ana"))
            await ana.RegisterAsync("secreta");
        Assert.Equal(1, hasher.Count);
        await using var stranger = await server.KnockAsync();
        await stranger.TryAsync("/identificar ana mala", "La clave de 'ana' no es esa.\nNickname: ");
        Assert.Equal(2, hasher.Count);
        await stranger.TryAsync("/identificar nadie mala", "La clave de 'nadie' no es esa.\nNickname: ");
        Assert.Equal(3, hasher.Count);
    }

    [Fact]
    public async Task A_storm_of_attempts_does_not_keep_the_owner_out()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithClock(new FakeTimeProvider()));
        await using (var ana = await WireClient.JoinAsync(server.Chat, "ana"))
            await ana.RegisterAsync("secreta");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            await using var stranger = await WireClient.ConnectAsync(server.Chat, from: IPAddress.Parse($"127.0.0.{i + 2}"));
            await stranger.SendAsync("ana\n" + string.Concat(Enumerable.Repeat("mala\n", 5)));
            Assert.EndsWith($"{TestServer.Texts.TooManyNicknameAttempts}\n", await stranger.ReadToEndAsync(), StringComparison.Ordinal);
        }));
        await using var elsewhere = await WireClient.KnockAsync(server.Chat, from: IPAddress.Parse("127.0.0.99"));
        await elsewhere.TryAsync("ana", "Clave: ");
        await elsewhere.SendLineAsync("secreta");
        Assert.StartsWith("Demasiados intentos con claves.", await elsewhere.ReadLineAsync(), StringComparison.Ordinal);

        await using var owner = await server.IdentifyAsync("ana", "secreta");
    }

    [Fact]
    public async Task More_passwords_than_may_wait_are_refused_and_the_connection_goes_on()
    {
        using var hasher = new HeldHasher();
        await using var server = await TestServer.StartAsync(settings =>
            With(settings, hasher, settings.Accounts.Attempts).WithAccounts(rules => rules with { MaxPending = 1 }));
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await ana.SendLineAsync("/registrar secreta");
        await hasher.ExpectAtWorkAsync();
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        var busy = "El servidor está comprobando demasiadas claves. Vuelve a intentarlo en unos segundos.";
        await beto.AskAsync("/identificar x", busy);
        hasher.Release();
        Assert.Equal(["* beto se ha conectado", "El nickname 'ana' es tuyo: la próxima vez se te pedirá la clave."], (await ana.ReadLinesAsync(2)).Order(StringComparer.Ordinal));
        await beto.AskAsync("/identificar x", "La clave de 'beto' no es esa.");
    }

    [Fact]
    public async Task Whoever_waits_for_a_password_when_accounts_fail_is_told_and_may_try_again()
    {
        using var hasher = new HeldHasher();
        await using var server = await TestServer.StartAsync(settings => With(settings, hasher, settings.Accounts.Attempts));
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await ana.SendLineAsync("/registrar secreta");
        await hasher.ExpectAtWorkAsync();
        server.System.ActorSelection("/user/node/accounts").Tell(Kill.Instance);
        await ana.ExpectLineAsync(TestServer.Texts.CommandFailed);
        hasher.Release();
        await ana.RegisterAsync("secreta");
    }

    private static ServerActorSettings With(ServerActorSettings settings, IPasswordHasher hasher, Rate attempts) =>
        settings.WithAccounts(rules => rules with { Hasher = hasher, Attempts = attempts });

    private sealed class CountingHasher : IPasswordHasher
    {
        private readonly Argon2Hasher _real = new(memory: 8, passes: 1);
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public string Hash(string password) => Do(() => _real.Hash(password));

        public bool Matches(string password, string hash) => Do(() => _real.Matches(password, hash));

        public bool IsWeak(string hash) => _real.IsWeak(hash);

        private T Do<T>(Func<T> use)
        {
            Interlocked.Increment(ref _count);
            return use();
        }
    }

    /// <summary>Is at work on a password until it is let go on.</summary>
    private sealed class HeldHasher : IPasswordHasher, IDisposable
    {
        private readonly Argon2Hasher _real = new(memory: 8, passes: 1);
        private readonly SemaphoreSlim _begun = new(0);
        private readonly ManualResetEventSlim _released = new();

        public async Task ExpectAtWorkAsync() => Assert.True(await _begun.WaitAsync(TestTimeout.Limit));

        public void Release() => _released.Set();

        public string Hash(string password)
        {
            Hold();
            return _real.Hash(password);
        }

        public bool Matches(string password, string hash)
        {
            Hold();
            return _real.Matches(password, hash);
        }

        public bool IsWeak(string hash) => _real.IsWeak(hash);

        public void Dispose()
        {
            _begun.Dispose();
            _released.Dispose();
        }

        private void Hold()
        {
            _begun.Release();
            _released.Wait(TestTimeout.Limit);
        }
    }
}
