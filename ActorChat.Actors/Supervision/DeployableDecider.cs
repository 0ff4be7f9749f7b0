namespace Akka.Actor;

/// <summary>A decider that is a table: the first row whose exception type fits, else the default.</summary>
public class DeployableDecider : IDecider
{
    internal DeployableDecider(Directive defaultDirective, IEnumerable<KeyValuePair<Type, Directive>> pairs)
    {
        DefaultDirective = defaultDirective;
        Pairs = [.. pairs];
    }

    /// <summary>The directive for exceptions that no row fits.</summary>
    public Directive DefaultDirective { get; }

    /// <summary>The rows, in the order of their test.</summary>
    public KeyValuePair<Type, Directive>[] Pairs { get; }

    /// <inheritdoc/>
    public Directive Decide(Exception cause)
    {
        foreach (var (type, directive) in Pairs)
        {
            if (type.IsInstanceOfType(cause))
                return directive;
        }

        return DefaultDirective;
    }
}
