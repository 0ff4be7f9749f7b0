namespace ActorChat.Client.Terminal.Editing;

/// <summary>The walk through what Tab has found, while Tab (or Shift+Tab, for the way back) is pressed again and again.</summary>
/// <param name="choices">At least one.</param>
internal sealed class CompletionCycle(IReadOnlyList<LineBuffer> choices)
{
    private int _place = -1;

    /// <summary>The next choice, around the end.</summary>
    /// <param name="step">1 forward, -1 back.</param>
    public LineBuffer Next(int step)
    {
        _place = _place < 0 && step < 0 ? choices.Count - 1 : (_place + step + choices.Count) % choices.Count;
        return choices[_place];
    }
}
