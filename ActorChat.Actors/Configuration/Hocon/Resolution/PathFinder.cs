using Akka.Configuration.Hocon.Tree;

namespace Akka.Configuration.Hocon.Resolution;

/// <summary>
/// Finds the assignments of a path. It resolves as little as it can: it goes through objects in braces and follows
/// substitutions key by key, so that <c>a { x = ${b.y} }, b = ${a} { y = 1 }</c> is no circle.
/// </summary>
/// <param name="progress">What is being worked out.</param>
/// <param name="resolve">Works out one assignment.</param>
internal sealed class PathFinder(Progress progress, Func<Candidate, HoconValue?> resolve)
{
    /// <summary>The assignments that a substitution leads to, the oldest first, for each place that its path may count from.</summary>
    public IEnumerable<IReadOnlyList<Candidate>> Find(SubstitutionSource source, Enclosure enclosure)
    {
        foreach (var (itemsUp, prefix) in source.Bases)
        {
            var found = enclosure.Up(itemsUp).Candidates;
            foreach (var key in prefix.Concat(source.Path))
            {
                var below = new List<Candidate>();
                Descend(found, key, below);
                found = below;
            }
            yield return found;
        }
    }

    /// <summary>
    /// The assignments that count for who asks now: without those that are being worked out, and from the last that hides
    /// the earlier ones. An assignment that names its own path itself sees nothing of what comes after it either.
    /// </summary>
    public List<Candidate> Visible(IReadOnlyList<Candidate> candidates)
    {
        var visible = new List<Candidate>(candidates.Count);
        foreach (var candidate in candidates)
        {
            var assignment = candidate.Assignment;
            if (assignment.Braces is null && progress.LooksBack(assignment))
            {
                if (progress.IsInnermost(assignment)) break;
                continue;
            }
            if (assignment.HidesEarlier) visible.Clear();
            visible.Add(candidate);
        }
        return visible;
    }

    /// <summary>Adds what the assignments of an object say of one of its keys, and tells whether what was said before is hidden.</summary>
    private bool Descend(IReadOnlyList<Candidate> candidates, string key, List<Candidate> found)
    {
        var hides = false;
        foreach (var candidate in Visible(candidates))
        {
            if (candidate.Assignment.Braces is not { } node) hides |= Follow(candidate, key, found);
            else if (node.Find(key) is { } slot) found.AddRange(candidate.Enclosure.Locate(slot));
        }
        return hides;
    }

    private bool Follow(Candidate candidate, string key, List<Candidate> found)
    {
        var assignment = candidate.Assignment;
        if (assignment.HidesEarlier)
        {
            found.Clear();
            return true;
        }
        if (assignment.Pieces is [Piece.Reference reference] && !progress.IsDone(assignment, out _))
        {
            using var step = progress.Begin(assignment);
            var target = Find(reference.Source, candidate.Enclosure).FirstOrDefault(one => one.Count > 0) ?? [];

            // It names its own path, so it adds nothing to what came before it.
            if (target.Any(one => one.Assignment == assignment)) return false;
            if (target.Count > 0) return Put(target, key, found);
        }
        if (resolve(candidate) is not { } value) return false;
        if (value.GetChildObject(key) is { } child) found.Add(candidate with { Assignment = Assignment.Of(child, assignment.At) });
        if (value.IsObject()) return false;
        found.Clear();
        return true;
    }

    private bool Put(IReadOnlyList<Candidate> candidates, string key, List<Candidate> found)
    {
        var below = new List<Candidate>();
        var hides = Descend(candidates, key, below);
        if (hides) found.Clear();
        found.AddRange(below);
        return hides;
    }
}
