using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Failures: the actor's own, which its supervisor decides on, and its children's, which it decides on itself or escalates.</summary>
internal sealed partial class ActorCell
{
    // Why the actor waits for its supervisor; null when it does not.
    private Exception? _failure;

    // The child whose failure was escalated; null when the actor failed by itself.
    private InternalActorRef? _perpetrator;

    // Failures of children that were to be escalated while the actor waited for its supervisor itself.
    private List<Failed>? _unanswered;

    // The actor stops working on user messages and asks its supervisor what to do.
    private void Fail(Exception failure, InternalActorRef? perpetrator)
    {
        if (_state is Lifecycle.Terminating or Lifecycle.Terminated)
        {
            LogError(failure, "failed while stopping");
            return;
        }

        if (_failure is not null)
        {
            if (perpetrator is not null)
                (_unanswered ??= []).Add(new Failed(perpetrator, failure));
            return;
        }

        _failure = failure;
        _perpetrator = perpetrator;
        SuspendAll(except: perpetrator);
        _parent.SendSystemMessage(new Failed(SelfRef, failure));
    }

    private void SuspendAll(InternalActorRef? except)
    {
        Mailbox.Suspend();
        foreach (var child in LivingChildren())
        {
            if (!child.Equals(except))
                child.SendSystemMessage(new Suspend());
        }
    }

    private void ResumeAll(Exception? causedByFailure, InternalActorRef? perpetrator)
    {
        Mailbox.Resume();
        foreach (var child in LivingChildren())
            child.SendSystemMessage(new Resume(child.Equals(perpetrator) ? causedByFailure : null));
    }

    private void OnResume(Exception? causedByFailure)
    {
        if (_state != Lifecycle.Running)
        {
            ResumeAll(causedByFailure: null, perpetrator: null);
            return;
        }

        if (causedByFailure is not null && _actor is null)
        {
            // There is no instance to go on with: it could not be made. Try again.
            OnRecreate(causedByFailure);
            return;
        }

        var perpetrator = _perpetrator;
        if (causedByFailure is not null)
            ForgetFailure();
        ResumeAll(causedByFailure, perpetrator);
        AnswerTheUnanswered();
    }

    // The supervisor has decided on this actor: the children whose failures came meanwhile still wait for a decision on theirs.
    private void AnswerTheUnanswered()
    {
        var failures = _unanswered ?? [];
        _unanswered = null;
        foreach (var failed in failures)
            SelfRef.SendSystemMessage(failed);
    }

    private void ForgetFailure()
    {
        _failure = null;
        _perpetrator = null;
        _inWork = default;
    }

    private void OnChildFailed(Failed failed)
    {
        if (Children.StatsOf(failed.Child) is not { } stats)
            return;
        if (_state != Lifecycle.Running || _actor is null)
        {
            // Nobody is here to decide: the child ends with its parent, or is restarted with it.
            Stop(failed.Child);
            return;
        }

        // A message whose work has failed stays in work until the supervisor has decided; the child is only the sender meanwhile.
        var outer = _inWork;
        _inWork = new Envelope(failed, failed.Child);
        try
        {
            if (!Strategy(_actor).HandleFailure(this, failed.Child, failed.Cause, stats, Children.AllStats()))
                Fail(failed.Cause, failed.Child);
        }
        finally
        {
            _inWork = outer;
        }
    }

    private SupervisorStrategy Strategy(ActorBase actor) => Props.SupervisorStrategy ?? actor.CreateStrategy();
}
