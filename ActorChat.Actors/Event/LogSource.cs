using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace Akka.Event;

/// <summary>What a line of the log is about: a name, such as an actor's path, and a type.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "Sources are carried, not compared.")]
public readonly struct LogSource
{
    private LogSource(string source, Type type) => (Source, Type) = (source, type);

    /// <summary>The name.</summary>
    public string Source { get; }

    /// <summary>The type.</summary>
    public Type Type { get; }

    /// <summary>The source for an actor, its context, a text, a type, or anything else, which is named by its type.</summary>
    public static LogSource Create(object o) => new(NameOf(o), SourceType(o));

    /// <summary>The same, in a system.</summary>
    public static LogSource Create(object o, ActorSystem system) => o switch
    {
        IActorContext context => new(FromActor(context, system), SourceType(o)),
        IActorRef actor => new(FromActorRef(actor, system), SourceType(o)),
        string text => new(FromString(text, system), SourceType(o)),
        Type type => new(FromType(type, system), type),
        _ => new(FromType(SourceType(o), system), SourceType(o)),
    };

    /// <summary>A source of this name and type.</summary>
    public static LogSource Create(string source, Type t) => new(source, t);

    /// <summary>The type of the source for an object.</summary>
    public static Type SourceType(object o)
    {
        ArgumentNullException.ThrowIfNull(o);
        return o switch
        {
            Type type => type,
            IActorContext context => context.Props.Type,
            LocalActorRef actor => actor.Cell.Props.Type,
            _ => o.GetType(),
        };
    }

    /// <summary>The name of a type in a system.</summary>
    public static string FromType(Type t, ActorSystem system) => $"{Logging.SimpleName(t)} ({system})";

    /// <summary>A name in a system.</summary>
    public static string FromString(string source, ActorSystem system) => $"{source} ({system})";

    /// <summary>The path of an actor.</summary>
    public static string FromActor(IActorContext actor, ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return FromActorRef(actor.Self, system);
    }

    /// <summary>The path of an actor, which names its system already.</summary>
    public static string FromActorRef(IActorRef a, ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(system);
        return a.Path.ToString();
    }

    private static string NameOf(object source) => source switch
    {
        string text => text,
        Type type => Logging.SimpleName(type),
        IActorContext context => context.Self.Path.ToString(),
        IActorRef actor => actor.Path.ToString(),
        ActorSystem system => $"ActorSystem({system.Name})",
        _ => Logging.SimpleName(source),
    };
}
