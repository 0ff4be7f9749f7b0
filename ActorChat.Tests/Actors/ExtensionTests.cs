using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class ExtensionTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void An_extension_is_made_once_in_a_system_when_it_is_first_asked_for()
    {
        Assert.False(Sys.TryGetExtension<Guests>(out _));
        Assert.False(Sys.HasExtension<Guests>());
        var guests = Sys.WithExtension<Guests, GuestsId>();
        Assert.Same(guests, Sys.WithExtension<Guests>(typeof(GuestsId)));
        Assert.Same(guests, new GuestsId().Get(Sys));
        Assert.True(Sys.TryGetExtension<Guests>(out var found));
        Assert.Same(guests, found);
        Assert.True(Sys.TryGetExtension(typeof(Guests), out var same));
        Assert.Same(guests, same);
    }

    public sealed class Guests : IExtension;

    public sealed class GuestsId : ExtensionIdProvider<Guests>
    {
        public override Guests CreateExtension(ExtendedActorSystem system) => new();
    }
}
