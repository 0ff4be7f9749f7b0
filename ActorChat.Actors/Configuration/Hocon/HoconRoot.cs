using Akka.Configuration.Hocon.Resolution;
using Akka.Configuration.Hocon.Tree;

namespace Akka.Configuration.Hocon;

/// <summary>
/// A whole configuration text that was read. Its substitutions are resolved when <see cref="Value"/> is first asked for,
/// so that a text that is included by another one may name the keys of that other one.
/// </summary>
public sealed class HoconRoot
{
    private readonly Lazy<HoconValue> _value;

    /// <summary>A root without keys.</summary>
    public HoconRoot()
        : this(new HoconValue())
    {
    }

    /// <summary>A root with this value.</summary>
    public HoconRoot(HoconValue value)
        : this(value, [])
    {
    }

    /// <summary>A root with this value, and the substitutions that led to it.</summary>
    public HoconRoot(HoconValue value, IEnumerable<HoconSubstitution> substitutions)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = new Lazy<HoconValue>(value);
        Substitutions = substitutions;
    }

    internal HoconRoot(Document document)
    {
        Document = document;
        _value = new Lazy<HoconValue>(() => new Resolver(document.Root, Environment.GetEnvironmentVariable).Resolve());
        Substitutions = document.Substitutions;
    }

    /// <summary>The value, with all substitutions done.</summary>
    /// <exception cref="ConfigurationException">A substitution names nothing, or leads back to itself.</exception>
    public HoconValue Value => _value.Value;

    /// <summary>The substitutions of the text and of what it includes, in the order in which they were written.</summary>
    public IEnumerable<HoconSubstitution> Substitutions { get; }

    /// <summary>The text before resolution; null for a root that was made from a value.</summary>
    internal Document? Document { get; }
}
