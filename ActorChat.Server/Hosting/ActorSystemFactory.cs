using ActorChat.Server.Configuration;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;

namespace ActorChat.Server.Hosting;

/// <summary>Makes the actor system of the server.</summary>
internal static class ActorSystemFactory
{
    /// <summary>The system, with all that its settings are read for: an actor that read a wrong one would fail in the middle of the start.</summary>
    /// <exception cref="ConfigurationException">A setting of the runtime cannot be used.</exception>
    public static ActorSystem Create(Config config)
    {
        ActorSystem? system = null;
        try
        {
            system = ActorSystem.Create("actorchat", config);
            foreach (var dispatcher in StorageSettings.Dispatchers)
                _ = system.Dispatchers.Lookup(dispatcher);
            _ = system.Tcp();
            _ = CoordinatedShutdown.Get(system);
            return system;
        }
        catch (Exception mistake)
        {
            // Of any kind: each part of the runtime throws what its way of reading a value comes to. Without settings nothing fails here.
            system?.Terminate();
            throw new ConfigurationException(mistake.GetBaseException().Message, mistake);
        }
    }
}
