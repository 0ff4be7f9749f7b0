namespace ActorChat.Tests.Internals.Exploration;

/// <summary>
/// Goes through all ways that something with choices can go: it is run again and again, each time with the next way. What is run must
/// depend on its choices alone.
/// </summary>
internal sealed class Choices
{
    private readonly List<(int Chosen, int Options)> _way = [];
    private int _at;

    /// <summary>How many ways there were so far.</summary>
    public int Ways { get; private set; }

    /// <summary>The way of now, for a complaint.</summary>
    public string Way => string.Join(' ', _way.Select(choice => choice.Chosen));

    /// <summary>Runs everything on every way.</summary>
    public static int Explore(Action<Choices> run)
    {
        var choices = new Choices();
        do
        {
            choices._at = 0;
            choices.Ways++;
            run(choices);
        }
        while (choices.Advance());

        return choices.Ways;
    }

    /// <summary>One of so many: 0, 1, 2…</summary>
    public int Choose(int options)
    {
        if (_at == _way.Count)
            _way.Add((0, options));
        return _way[_at++].Chosen;
    }

    // The last choice that has another option takes it; what came behind it is chosen anew.
    private bool Advance()
    {
        while (_way.Count > 0)
        {
            var (chosen, options) = _way[^1];
            _way.RemoveAt(_way.Count - 1);
            if (chosen + 1 >= options)
                continue;
            _way.Add((chosen + 1, options));
            return true;
        }

        return false;
    }
}
