namespace Akka.Actor;

/// <summary>The work on user messages, one at a time: what the runtime handles itself, and what goes to the behaviour.</summary>
internal sealed partial class ActorCell
{
    public void Invoke(in Envelope envelope)
    {
        var startOfWork = StartOfWork();
        var outer = _current;
        _current = this;
        _inWork = envelope;
        InWorkNumber++;
        try
        {
            if (envelope.Message is IAutoReceivedMessage automatic)
                AutoReceive(automatic);
            else
                ReceiveMessage(envelope.Message);
            _inWork = default;
        }
        catch (Exception failure)
        {
            Fail(failure, perpetrator: null);
        }
        finally
        {
            _current = outer;
            if (startOfWork != 0)
                Measure(startOfWork);
        }
    }

    private void ReceiveMessage(object message)
    {
        switch (message)
        {
            case TimerScheduler.Tick tick:
                if (_timers?.Take(tick) is not { } timerMessage)
                    return;
                SeeAs(message = timerMessage);
                break;
            case ReceiveTimeoutTimer.Tick tick:
                if (_receiveTimeout?.HasExpired(tick) != true)
                    return;
                SeeAs(message = Actor.ReceiveTimeout.Instance);
                break;
            default:
                break;
        }

        Deliver(message);

        TouchReceiveTimeout(message);
    }

    // The silence that the timeout measures begins when the work on a message ends.
    private void TouchReceiveTimeout(object? message)
    {
        if (message is not INotInfluenceReceiveTimeout)
            _receiveTimeout?.Touch();
    }

    // What the actor sees in place of a message of the runtime is also what it stashes, and what its supervisor's restart tells it.
    private void SeeAs(object message) => _inWork = new Envelope(message, _inWork.Sender);

    private void Deliver(object message)
    {
        var handled = _actor!.Handle(_behaviour!, message);
        if (SystemImpl.Settings.AddLoggingReceive && _actor is ILogReceive)
            DebugLog($"received {(handled ? "handled" : "unhandled")} message {message} from {Sender.Path}");
    }

    private void AutoReceive(IAutoReceivedMessage message)
    {
        if (SystemImpl.Settings.DebugAutoReceive)
            DebugLog($"received AutoReceiveMessage {message} from {Sender.Path}");
        switch (message)
        {
            case Terminated terminated:
                if (_deathWatch?.Take(terminated) is { } toActor)
                {
                    SeeAs(toActor);
                    ReceiveMessage(toActor);
                }

                break;
            case PoisonPill:
                SelfRef.Stop();
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, Self), Self);
                break;
            case ActorSelectionMessage selection:
                ActorSelectionRouting.Deliver(SelfRef, selection, Sender);
                break;
            default:
                Deliver(message);
                break;
        }
    }
}
