using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Akka.Actor;

/// <summary>
/// The place of an actor in the tree, for example <c>akka://actorchat/user/node/room-general</c>. Two paths are equal when
/// their addresses and names are; the <see cref="Uid"/>, which tells one incarnation of a name from the next, does not count.
/// </summary>
[SuppressMessage("Design", "CA1036", Justification = "Paths of Akka have no operators of order.")]
public abstract class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    // The characters that RFC 2396 allows in a path element besides letters and digits, as in Akka.
    private const string ValidSymbols = "\"-_.*$+:@&=,!~';()";

    private protected ActorPath(Address address, string name, long uid)
    {
        Address = address;
        Name = name;
        Uid = uid;
    }

    /// <summary>The address of the actor system.</summary>
    public Address Address { get; }

    /// <summary>The last element; empty for the root.</summary>
    public string Name { get; }

    /// <summary>Tells one incarnation of a path from the next; 0 where it is not known.</summary>
    public long Uid { get; }

    /// <summary>The path one level up; the root's parent is the root.</summary>
    public abstract ActorPath Parent { get; }

    /// <summary>The root of the tree.</summary>
    public abstract ActorPath Root { get; }

    /// <summary>The number of names below the root.</summary>
    internal abstract int Depth { get; }

    /// <summary>The names below the root, outermost first.</summary>
    public IReadOnlyList<string> Elements
    {
        get
        {
            var names = new string[Depth];
            var path = this;
            for (var i = names.Length - 1; i >= 0; i--, path = path.Parent)
                names[i] = path.Name;
            return names;
        }
    }

    /// <summary>The path of a child of the given name.</summary>
    public static ActorPath operator /(ActorPath path, string name) => new ChildActorPath(path, name, 0);

    /// <summary>Whether both are the same place.</summary>
    public static bool operator ==(ActorPath? left, ActorPath? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they are different places.</summary>
    public static bool operator !=(ActorPath? left, ActorPath? right) => !(left == right);

    /// <summary>Whether a user may give an actor this name: not empty, no leading <c>$</c>, only letters, digits, <c>%XX</c> and some symbols.</summary>
    public static bool IsValidPathElement(string s)
    {
        if (string.IsNullOrEmpty(s) || s[0] == '$')
            return false;
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] == '%' && i + 2 < s.Length && char.IsAsciiHexDigit(s[i + 1]) && char.IsAsciiHexDigit(s[i + 2]))
                i += 2;
            else if (!char.IsAsciiLetterOrDigit(s[i]) && !ValidSymbols.Contains(s[i]))
                return false;
        }

        return true;
    }

    /// <summary>The path below the address, for example <c>/user/node</c>.</summary>
    public string ToStringWithoutAddress()
    {
        var text = new StringBuilder();
        AppendTo(text);
        return text.Length == 0 ? "/" : text.ToString();
    }

    /// <summary>The path with its address, for example <c>akka://actorchat/user/node</c>.</summary>
    public string ToStringWithAddress() => Address + ToStringWithoutAddress();

    /// <summary>The path with its address and incarnation, for example <c>akka://actorchat/user/node#17</c>.</summary>
    public string ToStringWithUid() => Uid == 0 ? ToStringWithAddress() : $"{ToStringWithAddress()}#{Uid}";

    /// <inheritdoc/>
    public override string ToString() => ToStringWithAddress();

    /// <inheritdoc/>
    public bool Equals(ActorPath? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || Depth != other.Depth)
            return false;
        ActorPath mine = this, theirs = other;
        for (var i = Depth; i > 0; i--, mine = mine.Parent, theirs = theirs.Parent)
        {
            if (mine.Name != theirs.Name)
                return false;
        }

        return Address.Equals(other.Address);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Depth, Depth == 0 ? 0 : Parent.Name.GetHashCode(StringComparison.Ordinal));

    /// <inheritdoc/>
    public int CompareTo(ActorPath? other) => string.CompareOrdinal(ToStringWithAddress(), other?.ToStringWithAddress());

    /// <summary>Appends <c>/name</c> for every level.</summary>
    internal abstract void AppendTo(StringBuilder text);
}
