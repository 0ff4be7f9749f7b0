using System.Text;
using ActorChat.Server.Logging;
using ActorChat.Server.Output;

namespace ActorChat.Server.Hosting;

/// <summary>Lines for the operator. Never blocks, never fails, and nothing in them steers the terminal.</summary>
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
        writer.Write(string.Join('\n', (value ?? "").ReplaceLineEndings("\n").Split('\n').Select(VisibleText.Of)));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }
}
