using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>A piece of an actor's task is ready to run.</summary>
internal sealed class TaskPiece(ActorTaskScheduler scheduler, Task piece) : SystemMessage
{
    public void Run() => scheduler.RunPiece(piece);
}
