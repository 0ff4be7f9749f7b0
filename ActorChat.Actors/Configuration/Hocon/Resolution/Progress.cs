using Akka.Configuration.Hocon.Tree;

namespace Akka.Configuration.Hocon.Resolution;

/// <summary>
/// Which assignments are being worked out, and what those that are done are worth. A result is kept only where it is the
/// same for everybody who asks: not where some assignment further out could not be seen because it is not done itself.
/// </summary>
internal sealed class Progress
{
    // Each level takes about five frames of the stack; a document as deep as may be whose substitutions lead on needs more than that.
    private const int MaxLevel = 160;

    // With circles of optional substitutions little can be kept; this ends a search that would take for ever.
    // Other texts hardly ever need a repetition.
    private const int MaxRepetitions = 20_000;

    private readonly Dictionary<Assignment, int> _levels = [];
    private readonly Stack<Assignment> _joined = [];
    private readonly Dictionary<Assignment, HoconValue?> _done = [];
    private readonly HashSet<Assignment> _begun = [];
    private int _repetitions;

    // The outermost level that something was hidden for since the current step began.
    private int _outermost = int.MaxValue;

    /// <summary>How often an assignment was hidden because it is being worked out.</summary>
    public int LookBacks { get; private set; }

    /// <summary>Whether an assignment is being worked out, and so is hidden from what it is made of.</summary>
    public bool LooksBack(Assignment assignment)
    {
        if (!_levels.TryGetValue(assignment, out var level)) return false;
        LookBacks++;
        _outermost = Math.Min(_outermost, level);
        return true;
    }

    /// <summary>Whether of all assignments that are being worked out and are not objects in braces, this is the latest.</summary>
    public bool IsInnermost(Assignment assignment) => _joined.TryPeek(out var latest) && latest == assignment;

    /// <summary>Whether an assignment is worked out, and if so its value, which is null where it leaves none.</summary>
    public bool IsDone(Assignment assignment, out HoconValue? value) => _done.TryGetValue(assignment, out value);

    /// <summary>Begins to work an assignment out.</summary>
    /// <exception cref="ConfigurationException">It is an object that holds itself, or all this leads too far.</exception>
    public Step Begin(Assignment assignment)
    {
        if (_levels.Count >= MaxLevel) throw assignment.At.Error("the substitutions lead through too many others");
        if (!_begun.Add(assignment) && ++_repetitions > MaxRepetitions) throw assignment.At.Error("the substitutions are too entangled");
        if (!_levels.TryAdd(assignment, _levels.Count))
            throw assignment.At.Error("this object holds itself, by a substitution that is inside it");
        if (assignment.Braces is null) _joined.Push(assignment);
        return new Step(this, assignment);
    }

    /// <summary>The time during which one assignment is worked out.</summary>
    public readonly ref struct Step
    {
        private readonly Progress _progress;
        private readonly Assignment _assignment;
        private readonly int _outermostBefore;

        internal Step(Progress progress, Assignment assignment)
        {
            _progress = progress;
            _assignment = assignment;
            _outermostBefore = progress._outermost;
            progress._outermost = int.MaxValue;
        }

        /// <summary>The value was found; it is returned, and kept where that is right.</summary>
        public HoconValue? End(HoconValue? value)
        {
            if (_progress._outermost >= _progress._levels[_assignment])
            {
                _progress._done.Add(_assignment, value);
                _progress._outermost = int.MaxValue;
            }
            return value;
        }

        /// <summary>The assignment can be seen again.</summary>
        public void Dispose()
        {
            _progress._levels.Remove(_assignment);
            if (_assignment.Braces is null) _progress._joined.Pop();
            _progress._outermost = Math.Min(_progress._outermost, _outermostBefore);
        }
    }
}
