using System.Text;

namespace ActorChat.Server.Output;

/// <summary>Writes lines for the operator. Never blocks, never fails, and escapes what would steer the terminal.</summary>
internal sealed class ConsoleWriter(BackgroundWriter writer) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) =>
        writer.Write(string.Join('\n', (value ?? "").ReplaceLineEndings("\n").Split('\n').Select(VisibleText.Escape)));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }
}
