using System.Text;

namespace ActorChat.Server.Output;

/// <summary>Writes lines for the operator. Never blocks, never fails, and escapes what would steer the terminal.</summary>
internal sealed class ConsoleWriter(BackgroundWriter writer) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) =>
        writer.Write(string.Join('\n', (value ?? "").ReplaceLineEndings("\n").Split('\n').Select(VisibleText.Escape)));

    public override void WriteLine(string? value) => Write(value + "\n");

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }
}
