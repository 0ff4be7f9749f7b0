using Akka.Actor;

namespace Akka.TestKit;

/// <summary>The key of <see cref="TestKitSettings"/>.</summary>
public class TestKitExtension : ExtensionIdProvider<TestKitSettings>
{
    /// <summary>The settings of a system.</summary>
    public static TestKitSettings For(ActorSystem system) => new TestKitExtension().Apply(system);

    /// <inheritdoc/>
    public override TestKitSettings CreateExtension(ExtendedActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new TestKitSettings(system.Settings.Config);
    }
}
