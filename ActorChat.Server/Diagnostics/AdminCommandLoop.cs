using ActorChat.Server.Output;

namespace ActorChat.Server.Diagnostics;

/// <summary>Answers the operator's lines on a background thread, which does not keep the process alive.</summary>
/// <param name="lines">The input; may block.</param>
/// <param name="output">Receives each answer in one write, so that no log line comes between.</param>
/// <param name="answer">Returns the lines of an answer.</param>
internal sealed class AdminCommandLoop(IEnumerable<string> lines, TextWriter output, Func<AdminCommand, Task<IReadOnlyList<string>>> answer)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the end of the input.</summary>
    public Task Ended => _ended.Task;

    public void Start() => new Thread(Run) { IsBackground = true, Name = "admin console" }.Start();

    private void Run()
    {
        try
        {
            foreach (var line in lines)
                Print(answer(AdminCommand.Parse(line)).GetAwaiter().GetResult());
        }
        catch (IOException)
        {
            // The terminal is closed.
        }

        _ended.TrySetResult();
    }

    private void Print(IReadOnlyList<string> answer)
    {
        if (answer.Count == 0)
            return;
        output.Write(string.Concat(answer.Select(line => VisibleText.Escape(line) + Environment.NewLine)));
        output.Flush();
    }
}
