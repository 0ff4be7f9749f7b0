using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Restarts: the old instance goes, then the children that it stopped, then a new instance comes.</summary>
internal sealed partial class ActorCell
{
    // What a restart that waits for stopping children is for.
    private Exception? _restartCause;
    private bool _restartHadInstance;

    private void OnRecreate(Exception cause)
    {
        if (_state != Lifecycle.Running)
        {
            // On the way to a restart or an end already, but suspended once more for this one: the count has to come out even.
            ResumeAll(causedByFailure: null, perpetrator: null);
            return;
        }

        LogLifecycle("Restarting");
        _restartHadInstance = _actor is not null;
        if (_actor is { } failed)
            CallPreRestart(failed, cause);
        else
            StopChildren();
        Discard();
        _state = Lifecycle.Restarting;
        _restartCause = cause;
        if (_children?.AnyStopping != true)
            FinishRestart();
    }

    private void CallPreRestart(ActorBase failed, Exception cause)
    {
        try
        {
            failed.AroundPreRestart(cause, _perpetrator is null ? _inWork.Message : null);
        }
        catch (Exception failure)
        {
            var wrapped = new PreRestartException(Self, failure, cause, _inWork.Message);
            LogError(wrapped, wrapped.Message);
        }
    }

    private void FinishRestart()
    {
        var (cause, hadInstance) = (_restartCause!, _restartHadInstance);
        _restartCause = null;
        _state = Lifecycle.Running;
        ForgetFailure();
        var survivors = LivingChildren();
        Mailbox.Resume();
        if (!hadInstance)
        {
            // The first instance could not be made: this is not its replacement but the first again.
            MakeAndStart();
            return;
        }

        try
        {
            _actor = MakeInstance();
            _actor.AroundPostRestart(cause, null);
        }
        catch (Exception failure)
        {
            Discard();
            Fail(new PostRestartException(Self, failure, cause), perpetrator: null);
            return;
        }

        _restarts++;
        LogLifecycle("Restarted");
        foreach (var child in survivors)
            child.SendSystemMessage(new Recreate(cause));
        AnswerTheUnanswered();
    }
}
