using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// TCP as Akka does it. <c>system.Tcp()</c> takes <see cref="Bind"/> and <see cref="Connect"/>; every connection is told to its
/// handler as <see cref="Connected"/>, whose sender is the connection. It waits for <see cref="Register"/> and then takes writes
/// and closings, and tells its handler what it reads and how it ends.
/// </summary>
public partial class Tcp : ExtensionIdProvider<TcpExt>
{
    /// <summary>The key.</summary>
    public static readonly Tcp Instance = new();

    /// <summary>How connections are supervised: not at all, a failure ends them.</summary>
    public static readonly SupervisorStrategy ConnectionSupervisorStrategy = new OneForOneStrategy(_ => Directive.Stop);

    /// <summary>The manager of a system.</summary>
    public static IActorRef Manager(ActorSystem system) => Instance.Apply(system).Manager;

    /// <inheritdoc/>
    public override TcpExt CreateExtension(ExtendedActorSystem system) => new(system);

    /// <summary>Whatever is told to or by this extension.</summary>
    public class Message : INoSerializationVerificationNeeded
    {
    }
}
