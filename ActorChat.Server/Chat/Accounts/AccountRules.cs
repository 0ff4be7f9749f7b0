using System.Net;
using ActorChat.Server.Chat.Accounts.Passwords;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;

namespace ActorChat.Server.Chat.Accounts;

/// <summary>The settings of accounts.</summary>
internal sealed record AccountRules
{
    /// <summary>Whether only registered nicknames may enter.</summary>
    public bool AreRequired { get; init; }

    /// <summary>Whether passwords are taken over connections that others may read.</summary>
    public bool AllowPlaintext { get; init; }

    /// <summary>The smallest length of a new password, in characters; positive.</summary>
    public int MinPassword { get; init; } = 6;

    /// <summary>The wrong passwords of an address, and of an account.</summary>
    public Rate Attempts { get; init; } = new(TimeSpan.FromSeconds(15), 10);

    /// <summary>The number of passwords that may wait to be checked.</summary>
    public int MaxPending { get; init; } = 256;

    /// <summary>What the time limit of a command is extended by: passwords wait for each other.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public required IPasswordHasher Hasher { get; init; }

    /// <summary>The dispatcher of the hashing actors.</summary>
    public required string Dispatcher { get; init; }

    /// <summary>Decides whether others can read what a connection carries.</summary>
    public Func<AcceptedConnection, bool> IsPrivate { get; init; } = connection => connection.IsPrivate;

    /// <summary>Whether passwords are taken from a connection.</summary>
    public bool AllowPassword(AcceptedConnection connection) => AllowPlaintext || IsPrivate(connection);

    /// <summary>The unit that attempts are counted for.</summary>
    public static string NetworkOf(IPAddress address) => PerAddressLimiter.NetworkOf(address).ToString();
}
