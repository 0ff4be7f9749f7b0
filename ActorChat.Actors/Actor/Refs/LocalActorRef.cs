using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The reference of an actor of this process.</summary>
internal sealed class LocalActorRef : InternalActorRef
{
    public LocalActorRef(ActorSystemImpl system, Props props, MessageDispatcher dispatcher, InternalActorRef parent, ActorPath path)
    {
        Path = path;
        Parent = parent;
        Cell = new ActorCell(system, this, props, dispatcher, parent);
    }

    public override ActorPath Path { get; }

    public override InternalActorRef Parent { get; }

    public ActorCell Cell { get; }

    public override bool IsTerminated => Cell.Mailbox.IsClosed;

    public override void Tell(object message, IActorRef? sender)
    {
        if (!Cell.Mailbox.Enqueue(new Envelope(Required(message), sender)))
            Cell.SystemImpl.DeadLetterRef.Report(message, sender, this);
    }

    public override void SendSystemMessage(SystemMessage message)
    {
        if (!Cell.Mailbox.EnqueueSystem(message))
            message.AnswerForTheDead();
    }

    public override void Stop() => SendSystemMessage(new Terminate());

    public override InternalActorRef? GetSingleChild(string name) => Cell.Children.Find(name);

    public override IEnumerable<InternalActorRef> GetAllChildren() => Cell.Children.All();
}
