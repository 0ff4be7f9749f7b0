using System.Collections.Concurrent;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Finds dispatchers by the path of their settings.</summary>
public sealed class Dispatchers
{
    /// <summary>The dispatcher of actors that name none.</summary>
    public const string DefaultDispatcherId = "akka.actor.default-dispatcher";

    /// <summary>A dispatcher for actors that block.</summary>
    public const string DefaultBlockingDispatcherId = "akka.actor.default-blocking-io-dispatcher";

    private readonly Config _config;
    private readonly ConcurrentDictionary<string, MessageDispatcher> _shared = new();

    internal Dispatchers(Config config)
    {
        _config = config;
        DefaultGlobalDispatcher = Lookup(DefaultDispatcherId);
    }

    /// <summary>The dispatcher of actors that name none.</summary>
    public MessageDispatcher DefaultGlobalDispatcher { get; }

    /// <summary>Whether there are settings for such a dispatcher.</summary>
    public bool HasDispatcher(string id) => _shared.ContainsKey(id) || _config.HasPath(id);

    /// <summary>How many messages a stash holds of an actor on this dispatcher; 0 or less for any number.</summary>
    internal int StashCapacity(string dispatcherName) =>
        _config.GetInt(dispatcherName + ".stash-capacity", _config.GetInt("akka.actor.default-mailbox.stash-capacity", -1));

    /// <summary>The dispatcher of this name; a pinned one is made anew for each actor that asks.</summary>
    /// <exception cref="ConfigurationException">There are no such settings, or they name an unknown type.</exception>
    public MessageDispatcher Lookup(string dispatcherName)
    {
        if (_shared.TryGetValue(dispatcherName, out var known))
            return known;
        if (!_config.HasPath(dispatcherName))
            throw new ConfigurationException($"Dispatcher [{dispatcherName}] not configured.");
        var throughput = _config.GetInt(dispatcherName + ".throughput", MessageDispatcher.DefaultThroughput);
        var type = _config.GetString(dispatcherName + ".type", "Dispatcher");
        return type switch
        {
            "PinnedDispatcher" => new PinnedDispatcher(dispatcherName, throughput),
            "Dispatcher" or "TaskDispatcher" or "ForkJoinDispatcher" => _shared.GetOrAdd(dispatcherName, id => new Dispatcher(id, throughput)),
            _ => throw new ConfigurationException($"Dispatcher [{dispatcherName}] has the unknown type [{type}]."),
        };
    }
}
