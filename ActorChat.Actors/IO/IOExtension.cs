using Akka.Actor;

namespace Akka.IO;

/// <summary>An extension for input and output, served by a manager actor.</summary>
public abstract class IOExtension : IExtension
{
    /// <summary>For the extensions themselves.</summary>
    protected IOExtension()
    {
    }

    /// <summary>Takes the commands.</summary>
    public abstract IActorRef Manager { get; }
}
