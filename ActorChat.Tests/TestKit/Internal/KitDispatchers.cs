using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit.Internal;

/// <summary>The dispatchers that a kit needs, for systems that were made without the kit's settings.</summary>
internal static class KitDispatchers
{
    public static void Register(ActorSystem system)
    {
        foreach (var id in (string[])[CallingThreadDispatcher.Id, CallingThreadDispatcher.TestActorId])
        {
            if (!system.Dispatchers.HasDispatcher(id))
                system.Dispatchers.RegisterConfigurator(id, new CallingThreadDispatcherConfigurator(Config.Empty));
        }
    }
}
