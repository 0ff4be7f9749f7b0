using Akka.Configuration.Hocon.Tokens;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>Remembers how deep a text is nested, and stops what is nested too deep before the reader's own stack overflows.</summary>
internal sealed class DepthMeter
{
    private int _deepest;

    /// <summary>The depth of the deepest scope that was entered, or the given one where that is deeper.</summary>
    public int Deepest(int atLeast) => Math.Max(atLeast, _deepest);

    /// <summary>The scope that is about to be entered.</summary>
    /// <exception cref="ConfigurationException">It is nested deeper than is allowed.</exception>
    public Scope Check(Scope scope, SourcePosition at)
    {
        _deepest = Math.Max(_deepest, scope.Depth);
        return scope.Depth <= Extent.MaxDepth ? scope : throw at.Error(Extent.TooDeep);
    }
}
