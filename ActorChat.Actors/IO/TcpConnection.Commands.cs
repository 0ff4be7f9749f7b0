using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

/// <content>What it is told to do. All members are called under the lock.</content>
internal sealed partial class TcpConnection
{
    private void Handle(object message, IActorRef? sender)
    {
        switch (message)
        {
            case Tcp.Write write:
                if (Takes(write, sender))
                    _writer.Write(new PendingWrite(write, sender));
                break;
            case Tcp.ResumeReading:
                _readingSuspended = false;
                Read();
                break;
            case Tcp.CompoundWrite compound:
                if (Takes(compound, sender))
                    Write(compound, sender);
                break;
            case Tcp.SuspendReading:
                _readingSuspended = true;
                break;
            case Tcp.Register register:
                Register(register);
                break;
            case Tcp.Abort:
                AddCloser(sender);
                End(Tcp.Aborted.Instance);
                break;
            case Tcp.CloseCommand close:
                Close(close, sender);
                break;
            case Tcp.ResumeWriting:
                ResumeWriting(sender);
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

    // The handler knows from the connection's end that its writes have not gone out; another writer would wait for ever.
    private void Fail(PendingWrite write)
    {
        if (!Equals(write.Commander, _handler) && write.Command.WantsAck)
            Refuse(write.Command, write.Commander);
    }

    private void Register(Tcp.Register register)
    {
        if (_handler is not null)
            return;
        _registerTimeout?.Cancel();
        _registerTimeout = null;
        _keepOpen = register.KeepOpenOnPeerClosed;
        _useResumeWriting = register.UseResumeWriting;
        _handler = register.Handler;
        EndWith(_handler);
        Read();
    }

    // A write is taken whole or not at all. One that is not taken because too much waits is always answered, wants it an
    // acknowledgement or not: the answer is what tells the writer to wait.
    private bool Takes(Tcp.WriteCommand write, IActorRef? sender)
    {
        if (_closing is not null || _endsWhenFlushed)
        {
            Refuse(write, sender);
            return false;
        }

        if (!_writingSuspended && _writer.HasRoomFor(write))
            return true;
        _writingSuspended = _useResumeWriting;
        sender?.Tell(write.FailureMessage.WithCause(new SocketException((int)SocketError.NoBufferSpaceAvailable)), this);
        return false;
    }

    private void ResumeWriting(IActorRef? sender)
    {
        _writingSuspended = false;
        if (_writer.IsIdle)
            sender?.Tell(Tcp.WritingResumed.Instance, this);
        else if (_resumer is null)
            _resumer = sender;
        else
            sender?.Tell(Tcp.ResumeWriting.Instance.FailureMessage, this);
    }

    private void Write(Tcp.CompoundWrite compound, IActorRef? sender)
    {
        foreach (var part in compound)
        {
            var write = new PendingWrite((Tcp.Write)part, sender);
            if (_ended)
                Fail(write);
            else
                _writer.Write(write);
        }
    }

    private void Read()
    {
        if (MayRead)
            _reader.Start();
    }
}
