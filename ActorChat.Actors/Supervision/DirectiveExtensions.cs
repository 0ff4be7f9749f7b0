namespace Akka.Actor;

/// <summary>Rows for <see cref="Decider"/>.</summary>
public static class DirectiveExtensions
{
    /// <summary>The row that gives this directive for an exception type and what derives from it.</summary>
    public static KeyValuePair<Type, Directive> When<TException>(this Directive self)
        where TException : Exception => new(typeof(TException), self);
}
