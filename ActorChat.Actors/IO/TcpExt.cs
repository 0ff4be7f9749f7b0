using Akka.Actor;
using Akka.Configuration;

namespace Akka.IO;

/// <summary>The TCP extension of a system.</summary>
public sealed class TcpExt : IOExtension
{
    /// <summary>Reads the settings under <c>akka.io.tcp</c> and starts the manager.</summary>
    public TcpExt(ExtendedActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        Settings = TcpSettings.Read(system.Settings.Config.GetConfig("akka.io.tcp") ?? Config.Empty);
        Manager = system.SystemActorOf(Props.Create<TcpManager>(Settings), "IO-TCP");
    }

    /// <inheritdoc/>
    public override IActorRef Manager { get; }

    /// <summary>The settings in force.</summary>
    public TcpSettings Settings { get; }
}
