using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Gives the dispatcher of a type that the configuration names. Types that derive from it have a public constructor for the settings.</summary>
/// <param name="config">The settings of the dispatcher, such as <c>throughput</c>.</param>
internal abstract class MessageDispatcherConfigurator(Config config)
{
    /// <summary>The settings of the dispatcher.</summary>
    protected Config Config { get; } = config;

    /// <summary>The dispatcher; called once for all actors that share it.</summary>
    /// <param name="id">The path of its settings.</param>
    public abstract MessageDispatcher Dispatcher(string id);
}
