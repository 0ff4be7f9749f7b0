using ActorChat.Server.Configuration;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;

namespace ActorChat.Server.Hosting;

internal static class ActorSystemFactory
{
    /// <summary>Creates the system and all parts that read settings. A wrong setting must fail here, not in the middle of the start.</summary>
    /// <exception cref="ConfigurationException">A setting of the runtime is invalid.</exception>
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
            // Catches all types, as each part of the runtime throws its own. Only settings can fail here.
            system?.Terminate();
            throw new ConfigurationException(mistake.GetBaseException().Message, mistake);
        }
    }
}
