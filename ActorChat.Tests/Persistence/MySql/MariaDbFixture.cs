using System.Globalization;
using Xunit;

namespace ActorChat.Tests.Persistence.MySql;

/// <summary>One MariaDB server for all tests that want one which stays alive; each test has a database of its own there.</summary>
public sealed class MariaDbFixture : IAsyncLifetime
{
    /// <summary>The name of the collection of these tests.</summary>
    public const string Name = "MariaDB";

    private MariaDbServer? _server;
    private int _databases;

    internal MariaDbServer Server => _server ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync() => _server = await MariaDbServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();

    internal MySqlTestDatabase NewDatabase() =>
        new(Server, string.Create(CultureInfo.InvariantCulture, $"redes_{Interlocked.Increment(ref _databases)}"));
}
