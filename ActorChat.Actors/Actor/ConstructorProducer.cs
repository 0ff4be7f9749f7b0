using System.Collections.Concurrent;
using System.Reflection;

namespace Akka.Actor;

/// <summary>Makes instances by calling a constructor; the invoker of each constructor is prepared once.</summary>
internal sealed class ConstructorProducer : IIndirectActorProducer
{
    private static readonly ConcurrentDictionary<ConstructorInfo, ConstructorInvoker> Invokers = new();

    private readonly ConstructorInvoker _invoker;
    private readonly object?[] _arguments;

    public ConstructorProducer(Type type, object?[] arguments)
        : this(type, FindConstructor(type, arguments), arguments)
    {
    }

    public ConstructorProducer(Type type, ConstructorInfo constructor, object?[] arguments)
    {
        ActorType = type;
        _arguments = arguments;
        _invoker = Invokers.GetOrAdd(constructor, ConstructorInvoker.Create);
    }

    public Type ActorType { get; }

    public ActorBase Produce() => (ActorBase)_invoker.Invoke(_arguments.AsSpan());

    public void Release(ActorBase actor) => (actor as IDisposable)?.Dispose();

    private static ConstructorInfo FindConstructor(Type type, object?[] arguments)
    {
        if (!typeof(ActorBase).IsAssignableFrom(type) || type.IsAbstract)
            throw new ArgumentException($"{type} is not an actor that can be made.", nameof(type));
        return type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(c => Fits(c.GetParameters(), arguments))
            ?? throw new ArgumentException($"{type} has no constructor for ({string.Join(", ", arguments.Select(a => a?.GetType().Name ?? "null"))}).", nameof(arguments));
    }

    private static bool Fits(ParameterInfo[] parameters, object?[] arguments) =>
        parameters.Length == arguments.Length && parameters.Zip(arguments).All(pair => Fits(pair.First.ParameterType, pair.Second));

    private static bool Fits(Type parameter, object? argument) => argument is null
        ? !parameter.IsValueType || Nullable.GetUnderlyingType(parameter) is not null
        : parameter.IsInstanceOfType(argument);
}
