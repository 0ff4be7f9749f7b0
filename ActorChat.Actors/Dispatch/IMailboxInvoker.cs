using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>What works on the messages of a mailbox: one at a time, never on two threads at once. Neither method lets an exception out.</summary>
internal interface IMailboxInvoker
{
    void InvokeSystem(SystemMessage message);

    void Invoke(in Envelope envelope);
}
