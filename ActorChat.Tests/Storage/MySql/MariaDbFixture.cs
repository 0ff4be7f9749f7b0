namespace ActorChat.Tests.Storage.MySql;

/// <summary>One MariaDB server for all tests that want one which stays alive; each test has a database of its own there.</summary>
public sealed class MariaDbFixture : IAsyncLifetime
{
    public const string Name = "MariaDB";

    private readonly TemporaryFolder _installed = new();
    private MariaDbServer? _server;
    private int _databases;

    internal MariaDbServer Server => _server ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        await MariaDbServer.InstallAsync(_installed.File("data"));
        _server = await StartServerAsync();
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        _installed.Dispose();
    }

    /// <summary>One more, for a test that kills it.</summary>
    internal Task<MariaDbServer> StartServerAsync() => MariaDbServer.StartAsync(_installed.File("data"));

    internal MySqlTestDatabase NewDatabase() =>
        new(Server, string.Create(CultureInfo.InvariantCulture, $"redes_{Interlocked.Increment(ref _databases)}"));
}

/// <summary>Tests on the shared MariaDB server.</summary>
[CollectionDefinition(MariaDbFixture.Name)]
public sealed class MariaDbTests : ICollectionFixture<MariaDbFixture>;
