using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.IO;

/// <content>What it is told to do. All members are called under the lock.</content>
internal sealed partial class TcpConnection
{
    private void Handle(object message, IActorRef? sender)
    {
        switch (message)
        {
            case Tcp.Write write:
                Write(write, sender);
                break;
            case Tcp.ResumeReading:
                _readingSuspended = false;
                Read();
                break;
            case Tcp.CompoundWrite compound:
                foreach (var part in compound)
                    Write((Tcp.Write)part, sender);
                break;
            case Tcp.SuspendReading:
                _readingSuspended = true;
                break;
            case Tcp.Register register:
                Register(register);
                break;
            case Tcp.Abort:
                _closer = sender;
                End(Tcp.Aborted.Instance);
                break;
            case Tcp.CloseCommand close:
                Close(close, sender);
                break;
            case Tcp.ResumeWriting:
                sender?.Tell(Tcp.WritingResumed.Instance, this);
                break;
            default:
                _system.DeadLetterRef.Report(message, sender, this);
                break;
        }
    }

    private void Refuse(object message, IActorRef? sender)
    {
        if (message is Tcp.WriteCommand write && write.Parts().Any(part => part.WantsAck))
            sender?.Tell(write.FailureMessage.WithCause(new SocketException((int)SocketError.NotConnected)), this);
        else
            _system.DeadLetterRef.Report(message, sender, this);
    }

    private void Register(Tcp.Register register)
    {
        if (_handler is not null)
            return;
        _registerTimeout?.Cancel();
        _registerTimeout = null;
        _keepOpen = register.KeepOpenOnPeerClosed;
        _handler = register.Handler;
        if (InternalActorRef.Of(_handler) is { } watched)
            watched.SendSystemMessage(new Watch(watched, this));
        Read();
    }

    private void Write(Tcp.Write write, IActorRef? sender)
    {
        if (_closing is not null || _endsWhenFlushed || _ended)
            Refuse(write, sender);
        else
            _writer.Write(new PendingWrite(write.Data.Memory, write.WantsAck ? write.Ack : null, sender));
    }

    private void Read()
    {
        if (MayRead)
            _reader.Start();
    }
}
