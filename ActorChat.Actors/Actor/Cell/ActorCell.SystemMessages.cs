using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The messages of the runtime itself, which steer the life of an actor: made, failed, suspended, resumed, restarted, stopped.</summary>
internal sealed partial class ActorCell
{
    private enum Lifecycle
    {
        New,
        Running,
        Restarting,
        Terminating,
        Terminated,
    }

    public void InvokeSystem(SystemMessage message)
    {
        var outer = _current;
        _current = this;
        try
        {
            HandleSystem(message);
        }
        catch (Exception failure)
        {
            Fail(failure, (message as Failed)?.Child);
        }
        finally
        {
            _current = outer;
        }
    }

    private void HandleSystem(SystemMessage message)
    {
        switch (message)
        {
            case Create:
                Start();
                break;
            case Suspend:
                SuspendAll(except: null);
                break;
            case Resume resume:
                OnResume(resume.CausedByFailure);
                break;
            case Recreate recreate:
                OnRecreate(recreate.Cause);
                break;
            case Terminate:
                OnTerminate();
                break;
            case Watch watch:
                Deaths.AddWatcher(watch.Watcher);
                LogRelation("now watched by", watch.Watcher);
                break;
            case Unwatch unwatch:
                if (_deathWatch?.RemoveWatcher(unwatch.Watcher) == true)
                    LogRelation("no longer watched by", unwatch.Watcher);
                break;
            case DeathWatchNotification notification:
                OnDeath(notification);
                break;
            case Failed failed:
                OnChildFailed(failed);
                break;
            case TaskPiece piece:
                piece.Run();
                break;
            case TaskEnded ended:
                OnTaskEnded(ended);
                break;
            default:
                throw new InvalidOperationException($"Unknown system message {message}.");
        }
    }
}
