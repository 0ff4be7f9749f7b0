using Xunit;

namespace ActorChat.Tests.Storage.MySql;

/// <summary>Tests on the shared MariaDB server.</summary>
[CollectionDefinition(MariaDbFixture.Name)]
public sealed class MariaDbTests : ICollectionFixture<MariaDbFixture>;
