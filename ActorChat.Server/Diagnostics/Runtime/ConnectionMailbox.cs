using ActorChat.Server.Transport.Sockets;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>
/// The mailbox of Akka.IO's actors. Akka creates it on the accepting thread, which accepts no other connection meanwhile.
/// This is the only place to slow down accepting.
/// </summary>
internal sealed class ConnectionMailbox(Settings settings, Config config) : MailboxType(settings, config), IProducesMessageQueue<CountingMessageQueue>
{
    private readonly CountingMailbox _inner = new(settings, config);

    public override IMessageQueue Create(IActorRef owner, ActorSystem system)
    {
        DescriptorReserve.AwaitReturns();
        return _inner.Create(owner, system);
    }
}
