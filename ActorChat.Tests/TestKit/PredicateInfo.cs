using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>A type that a message has to have, and a predicate that it has to fit.</summary>
public class PredicateInfo
{
    private PredicateInfo(Type type, Delegate predicate) => (Type, PredicateT) = (type, predicate);

    /// <summary>The type.</summary>
    public Type Type { get; }

    /// <summary>The predicate, on messages of the type.</summary>
    public Delegate PredicateT { get; }

    /// <summary>Messages of a type that fit a predicate.</summary>
    public static PredicateInfo Create<T>(Predicate<T> predicateT) => new(typeof(T), predicateT);

    /// <inheritdoc/>
    public override string ToString() => $"a {Shown.Name(Type)} that fits its predicate";

    internal bool Fits(object message) => Type.IsInstanceOfType(message) && (bool)PredicateT.DynamicInvoke(message)!;
}
