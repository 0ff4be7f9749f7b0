using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace ActorChat.Tests.Internals;

/// <summary>Notes what a mailbox hands out, in order; a test can add what happens meanwhile.</summary>
internal sealed class RecordingInvoker : IMailboxInvoker
{
    public List<object> Invoked { get; } = [];

    public Action<object> OnInvoke { get; set; } = _ => { };

    public void InvokeSystem(SystemMessage message) => Note(message);

    public void Invoke(in Envelope envelope) => Note(envelope.Message);

    private void Note(object message)
    {
        Invoked.Add(message);
        OnInvoke(message);
    }
}
