using ActorChat.Server.Output;

namespace ActorChat.Tests.Output;

/// <summary>An output that keeps what it gets, and does before it what a test says: wait, or fail.</summary>
internal sealed class ScriptedTarget(Action<string> before) : IOutputTarget
{
    private readonly StringBuilder _text = new();

    public ScriptedTarget()
        : this(_ => { })
    {
    }

    public string Text
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    public void Write(ReadOnlySpan<byte> entry)
    {
        var text = Encoding.UTF8.GetString(entry);
        before(text);
        lock (_text)
            _text.Append(text);
    }

    public void Dispose()
    {
    }
}
