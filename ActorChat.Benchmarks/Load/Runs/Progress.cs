using System.Diagnostics;

namespace ActorChat.Benchmarks.Load.Runs;

/// <summary>A line on standard error that says, once a second, how far it is.</summary>
/// <param name="errors">Takes it.</param>
/// <param name="isTerminal">Whether a line can take the place of the one before.</param>
internal sealed class Progress(TextWriter errors, bool isTerminal)
{
    private long _next = Stopwatch.GetTimestamp() + Stopwatch.Frequency;
    private int _shown;

    /// <summary>Says it, where a second has passed since the last time.</summary>
    public void Tell(Func<string> line)
    {
        var now = Stopwatch.GetTimestamp();
        if (now < _next)
            return;
        _next = now + Stopwatch.Frequency;
        Show(line());
    }

    /// <summary>Clears the line, for the report.</summary>
    public void End()
    {
        if (_shown > 0 && isTerminal)
            errors.Write("\r" + new string(' ', _shown) + "\r");
        _shown = 0;
    }

    private void Show(string text)
    {
        if (isTerminal)
            errors.Write("\r" + text.PadRight(_shown));
        else
            errors.WriteLine(text);
        errors.Flush();
        _shown = text.Length;
    }
}
