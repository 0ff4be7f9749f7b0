namespace Akka.Actor;

/// <summary>The work on user messages, one at a time: what the runtime handles itself, and what goes to the behaviour.</summary>
internal sealed partial class ActorCell
{
    public void Invoke(in Envelope envelope)
    {
        var outer = _current;
        _current = this;
        _inWork = envelope;
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
        }
    }

    private void ReceiveMessage(object message)
    {
        switch (message)
        {
            case TimerScheduler.Tick tick:
                if (_timers?.Take(tick) is not { } timerMessage)
                    return;
                message = timerMessage;
                break;
            case ReceiveTimeoutTimer.Tick tick:
                if (_receiveTimeout?.HasExpired(tick) != true)
                    return;
                message = Actor.ReceiveTimeout.Instance;
                break;
            default:
                break;
        }

        Deliver(message);

        // The silence that the timeout measures begins when the work on a message ends.
        if (message is not INotInfluenceReceiveTimeout)
            _receiveTimeout?.Touch();
    }

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
                    ReceiveMessage(toActor);
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
