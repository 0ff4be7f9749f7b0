using Akka.Configuration;

namespace Akka.Actor;

/// <summary>Makes the strategy of <c>/user</c>: what happens to an actor made with <c>system.ActorOf</c> when it fails.</summary>
public abstract class SupervisorStrategyConfigurator
{
    /// <summary>Makes it.</summary>
    public abstract SupervisorStrategy Create();

    /// <summary>The configurator of a type name, as <c>akka.actor.guardian-supervisor-strategy</c> gives it.</summary>
    /// <exception cref="ConfigurationException">There is no such type.</exception>
    internal static SupervisorStrategyConfigurator Of(string typeName) =>
        ConfiguredTypes.Find(typeName) is { } type && Activator.CreateInstance(type) is SupervisorStrategyConfigurator configurator
            ? configurator
            : throw new ConfigurationException($"Could not instantiate SupervisorStrategyConfigurator from type [{typeName}].");
}
