using Akka.Actor;
using Akka.Dispatch.SysMsg;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Internals;

/// <summary>However many actors there are in it, the small map is a map.</summary>
public class FewRefsTests
{
    private static readonly Ref[] Refs = [.. "abcd".Select(name => new Ref(name.ToString()))];

    private static readonly Gen<(int Key, int What)> Step = Gen.Choose(0, Refs.Length - 1).SelectMany(key => Gen.Choose(0, 9).Select(what => (key, what)));

    [Fact]
    public void It_holds_what_a_dictionary_would_hold() => Prop.ForAll(Step.ListOf().ToArbitrary(), steps =>
    {
        var map = default(FewRefs);
        var dictionary = new Dictionary<InternalActorRef, object?>();
        foreach (var (key, what) in steps)
        {
            Do(ref map, dictionary, Refs[key], what);
            Assert.Equal(dictionary.Keys.Order(), map.Keys.Order());
            foreach (var actor in Refs)
                Assert.Equal((dictionary.TryGetValue(actor, out var expected), expected), (map.TryGetValue(actor, out var value), value));
        }
    }).QuickCheckThrowOnFailure();

    private static void Do(ref FewRefs map, Dictionary<InternalActorRef, object?> dictionary, InternalActorRef actor, int what)
    {
        switch (what)
        {
            case 0:
                map.Clear();
                dictionary.Clear();
                break;
            case < 5:
                Assert.Equal((dictionary.Remove(actor, out var expected), expected), (map.Remove(actor, out var removed), removed));
                break;
            default:
                var value = what == 5 ? null : (object)what;
                map.Set(actor, value);
                dictionary[actor] = value;
                break;
        }
    }

    private sealed class Ref(string name) : InternalActorRef
    {
        public override ActorPath Path { get; } = new RootActorPath(new Address("akka", "few")) / name;

        public override InternalActorRef Parent => throw new NotSupportedException();

        public override void Tell(object message, IActorRef? sender) => throw new NotSupportedException();

        public override void SendSystemMessage(SystemMessage message) => throw new NotSupportedException();
    }
}
