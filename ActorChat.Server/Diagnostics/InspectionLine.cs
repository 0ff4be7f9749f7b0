using ActorChat.Server.Logging;

namespace ActorChat.Server.Diagnostics;

/// <summary>
/// Reads what the operator types and answers, on a background thread: the end of the process does not wait for it, and the end of
/// the input ends nothing but this.
/// </summary>
/// <param name="lines">What is typed; taken one by one, may block.</param>
/// <param name="output">Where the answers go, each in one write, so that lines of the log do not come between, and nothing in it steers the terminal.</param>
/// <param name="answer">Gives the lines of an answer.</param>
internal sealed class InspectionLine(IEnumerable<string> lines, TextWriter output, Func<InspectionCommand, Task<IReadOnlyList<string>>> answer)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the input has ended.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Begins to read.</summary>
    public void Start() => new Thread(Run) { IsBackground = true, Name = "inspection line" }.Start();

    private void Run()
    {
        try
        {
            foreach (var line in lines)
                Print(answer(InspectionCommand.Parse(line)).GetAwaiter().GetResult());
        }
        catch (IOException)
        {
            // The terminal is gone: nobody reads the answers.
        }

        _ended.TrySetResult();
    }

    private void Print(IReadOnlyList<string> answer)
    {
        if (answer.Count == 0)
            return;
        output.Write(string.Concat(answer.Select(line => VisibleText.Of(line) + Environment.NewLine)));
        output.Flush();
    }
}
