using Akka.Configuration.Hocon.Tree;

namespace Akka.Configuration.Hocon.Resolution;

/// <summary>What paths can count from: the document, or a list item inside it.</summary>
/// <param name="slot">The values of the document, or of the item.</param>
/// <param name="outer">What the list of the item stands in; null for the document.</param>
internal sealed class Enclosure(Slot slot, Enclosure? outer)
{
    /// <summary>The assignments that make up the whole of it, the oldest first.</summary>
    public IReadOnlyList<Candidate> Candidates => Locate(slot);

    /// <summary>The assignments of a key somewhere in it.</summary>
    public IReadOnlyList<Candidate> Locate(Slot inside) => [.. inside.Assignments.Select(assignment => new Candidate(assignment, this))];

    /// <summary>The enclosure that so many list items further out is; null goes out to the document.</summary>
    public Enclosure Up(int? items)
    {
        var found = this;
        for (var left = items ?? int.MaxValue; left > 0 && found.Outer is not null; left--) found = found.Outer;
        return found;
    }

    private Enclosure? Outer => outer;
}
