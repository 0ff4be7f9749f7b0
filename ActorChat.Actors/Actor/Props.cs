using System.Linq.Expressions;

namespace Akka.Actor;

/// <summary>How to make an actor. Immutable: the <c>With…</c> methods give changed copies.</summary>
public class Props : IEquatable<Props>
{
    private readonly IIndirectActorProducer _producer;

    private Props(IIndirectActorProducer producer, object?[] arguments, string dispatcher, SupervisorStrategy? strategy)
    {
        _producer = producer;
        Arguments = arguments;
        Dispatcher = dispatcher;
        SupervisorStrategy = strategy;
    }

    /// <summary>The type of the actor.</summary>
    public Type Type => _producer.ActorType;

    /// <summary>The constructor's arguments.</summary>
    public object?[] Arguments { get; }

    /// <summary>The path of the dispatcher's settings.</summary>
    public string Dispatcher { get; }

    /// <summary>The strategy for the actor's children, in place of the actor's own; null for its own.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; }

    /// <summary>An actor made by <c>() =&gt; new TActor(…)</c>. The arguments are worked out once, now.</summary>
    /// <exception cref="ArgumentException">The expression is not a <c>new</c>.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (factory.Body is not NewExpression { Constructor: { } constructor } creation)
            throw new ArgumentException("The create function must be a 'new T(args)' expression.", nameof(factory));
        var arguments = creation.Arguments.Select(ExpressionValues.Of).ToArray();
        return Of(new ConstructorProducer(typeof(TActor), constructor, arguments), arguments, supervisorStrategy);
    }

    /// <summary>An actor made by the constructor that fits the arguments.</summary>
    public static Props Create<TActor>(params object?[] args)
        where TActor : ActorBase => Create(typeof(TActor), args);

    /// <summary>An actor with a parameterless constructor, and a strategy for its children.</summary>
    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() => Of(new ConstructorProducer(typeof(TActor), []), [], supervisorStrategy);

    /// <summary>An actor made by the constructor that fits the arguments.</summary>
    /// <exception cref="ArgumentException">No constructor fits.</exception>
    public static Props Create(Type type, params object?[] args) => Of(new ConstructorProducer(type, args), args, null);

    /// <summary>An actor made by a producer.</summary>
    public static Props CreateBy(IIndirectActorProducer producer, params object?[] args) => Of(producer, args, null);

    /// <summary>The same on another dispatcher.</summary>
    public Props WithDispatcher(string dispatcher) => new(_producer, Arguments, dispatcher, SupervisorStrategy);

    /// <summary>The same with another strategy for its children.</summary>
    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy) => new(_producer, Arguments, Dispatcher, supervisorStrategy);

    /// <summary>A new instance.</summary>
    public virtual ActorBase NewActor() => _producer.Produce();

    /// <inheritdoc/>
    public bool Equals(Props? other) =>
        other is not null && Type == other.Type && Dispatcher == other.Dispatcher
        && Equals(SupervisorStrategy, other.SupervisorStrategy) && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Props);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Dispatcher, Arguments.Length);

    internal void Release(ActorBase actor) => _producer.Release(actor);

    private static Props Of(IIndirectActorProducer producer, object?[] arguments, SupervisorStrategy? strategy) =>
        new(producer, arguments, Dispatch.Dispatchers.DefaultDispatcherId, strategy);
}
