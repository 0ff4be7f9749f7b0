using System.Threading.Channels;

namespace ActorChat.Client.Input;

/// <summary>The source of the user's lines: a pipe, a file or a plain terminal.</summary>
internal interface IInput
{
    /// <summary>Whether a person types; otherwise the input is a script's.</summary>
    bool IsTerminal { get; }

    /// <summary>The next line, or null at the end of the input (again and again).</summary>
    /// <exception cref="ConsoleException">The input cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; no line is lost.</exception>
    ValueTask<InputLine?> ReadAsync(CancellationToken cancellation);
}

/// <summary>
/// Lines of standard input. Consoles have no asynchronous read, so one background thread blocks in it. It does not keep the process alive.
/// </summary>
internal sealed class ConsoleInput(Stream stream, bool isTerminal) : IInput
{
    // Lines that wait for the network. Beyond this the thread stops reading, and a pipe's writer is slowed down.
    private const int MaxWaitingLines = 16;

    private readonly Channel<InputLine> _lines = Channel.CreateBounded<InputLine>(
        new BoundedChannelOptions(MaxWaitingLines) { SingleReader = true, SingleWriter = true });

    public bool IsTerminal => isTerminal;

    /// <summary>Begins to read <paramref name="stream"/>: UTF-8, with or without a byte order mark.</summary>
    public static ConsoleInput Start(Stream stream, bool isTerminal)
    {
        var input = new ConsoleInput(stream, isTerminal);
        new Thread(input.Run) { IsBackground = true, Name = "standard input" }.Start();
        return input;
    }

    public ValueTask<InputLine?> ReadAsync(CancellationToken cancellation) => _lines.Reader.ReadOrEndAsync(cancellation);

    private void Run()
    {
        try
        {
            ReadToEnd();
            _lines.Writer.Complete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _lines.Writer.Complete(new ConsoleException(isInput: true, failure));
        }
    }

    private void ReadToEnd()
    {
        var lines = new LineAssembler(isTerminal);
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            foreach (var line in lines.Add(buffer.AsMemory(0, count)))
                Post(line);
        }

        if (lines.Finish() is { } last)
            Post(last);
    }

    private void Post(InputLine line)
    {
        if (!_lines.Writer.TryWrite(line))
            _lines.Writer.WriteAsync(line).AsTask().GetAwaiter().GetResult();
    }
}
