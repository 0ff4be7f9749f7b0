using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs unhandled messages at DEBUG, when <c>akka.actor.debug.unhandled</c> is on.</summary>
internal sealed class UnhandledMessageForwarder : ReceiveActor
{
    public UnhandledMessageForwarder() =>
        Receive<UnhandledMessage>(u => Context.System.EventStream.Publish(
            new Debug(u.Recipient.Path.ToString(), u.Recipient.GetType(), $"Unhandled message from {u.Sender?.Path}: {u.Message}")));
}
