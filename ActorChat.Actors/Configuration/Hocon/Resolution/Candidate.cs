using Akka.Configuration.Hocon.Tree;

namespace Akka.Configuration.Hocon.Resolution;

/// <summary>An assignment that may give a path its value, or a part of it.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Enclosure">What it stands in.</param>
internal readonly record struct Candidate(Assignment Assignment, Enclosure Enclosure);
