using Akka.Dispatch.SysMsg;

namespace ActorChat.Tests.Internals.Exploration;

/// <summary>A system message that notes when it was answered for an actor that is dead.</summary>
internal sealed class Signal(Operation operation) : SystemMessage
{
    /// <summary>What it asks for.</summary>
    public Operation Operation { get; } = operation;

    /// <summary>How often it was handled, answered for the dead, or handed back.</summary>
    public int Answers { get; set; }

    public override void AnswerForTheDead() => Answers++;
}
