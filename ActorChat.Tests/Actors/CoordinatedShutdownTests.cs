using System.Collections.Concurrent;
using Akka;
using Akka.Actor;
using Akka.Configuration;
using Xunit;

namespace ActorChat.Tests.Actors;

public class CoordinatedShutdownTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> _done = new();

    [Fact]
    public async Task Phases_run_one_after_the_other()
    {
        var shutdown = Shutdown("");
        foreach (var phase in (string[])[CoordinatedShutdown.PhaseServiceStop, CoordinatedShutdown.PhaseBeforeServiceUnbind,
            CoordinatedShutdown.PhaseBeforeActorSystemTerminate, CoordinatedShutdown.PhaseServiceRequestsDone, CoordinatedShutdown.PhaseServiceUnbind])
        {
            shutdown.AddTask(phase, "note", Note(phase));
        }

        shutdown.System.RegisterOnTermination(() => _done.Enqueue("terminated"));
        await Run(shutdown);
        Assert.Equal(
            ["before-service-unbind", "service-unbind", "service-requests-done", "service-stop", "before-actor-system-terminate", "terminated"], _done);
    }

    [Fact]
    public async Task The_tasks_of_a_phase_run_side_by_side()
    {
        var shutdown = Shutdown("");
        var first = new TaskCompletionSource<Done>(TaskCreationOptions.RunContinuationsAsynchronously);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "waits for the other", () => first.Task);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "the other", () =>
        {
            first.SetResult(Done.Instance);
            return Task.FromResult(Done.Instance);
        });
        await Run(shutdown);
        Assert.True(first.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_phase_that_takes_too_long_is_left_behind()
    {
        var shutdown = Shutdown("akka.coordinated-shutdown.phases.service-stop.timeout = 50ms");
        Assert.Equal(TimeSpan.FromMilliseconds(50), shutdown.Timeout(CoordinatedShutdown.PhaseServiceStop));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "endless", () => new TaskCompletionSource<Done>().Task);
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "later", Note("later"));
        await Run(shutdown);
        Assert.Equal(["later"], _done);
    }

    [Fact]
    public async Task A_task_that_fails_keeps_nothing_else_from_running()
    {
        var shutdown = Shutdown("");
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "fails at once", () => throw new InvalidOperationException("asked to"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "fails later", () => Task.FromException<Done>(new InvalidOperationException("asked to")));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "beside", Note("beside"));
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "later", Note("later"));
        await Run(shutdown);
        Assert.Equal(["beside", "later"], _done);
    }

    [Fact]
    public async Task A_phase_that_must_not_fail_ends_the_shutdown_when_it_does()
    {
        var shutdown = Shutdown("akka.coordinated-shutdown.phases.service-stop.recover = off");
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "fails", () => Task.FromException<Done>(new InvalidOperationException("asked to")));
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "later", Note("later"));
        await Assert.ThrowsAnyAsync<Exception>(() => Run(shutdown));
        Assert.Empty(_done);
    }

    [Fact]
    public async Task Tasks_run_once_and_the_first_reason_stays()
    {
        var shutdown = Shutdown("");
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "note", Note("once"));
        await Task.WhenAll(
            shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance), shutdown.Run(CoordinatedShutdown.UnknownReason.Instance)).WaitAsync(Patience);
        await Run(shutdown);
        Assert.Equal(["once"], _done);
        Assert.Same(CoordinatedShutdown.ClrExitReason.Instance, shutdown.ShutdownReason);
    }

    [Fact]
    public async Task Terminating_a_system_runs_its_shutdown()
    {
        var shutdown = Shutdown("");
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "note", Note("unbound"));
        await shutdown.System.Terminate().WaitAsync(Patience);
        Assert.Equal(["unbound"], _done);
        Assert.Same(CoordinatedShutdown.ActorSystemTerminateReason.Instance, shutdown.ShutdownReason);
    }

    [Fact]
    public async Task A_shutdown_can_begin_with_a_later_phase()
    {
        var shutdown = Shutdown("");
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "note", Note("unbound"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "note", Note("stopped"));
        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance, CoordinatedShutdown.PhaseServiceStop).WaitAsync(Patience);
        Assert.Equal(["stopped"], _done);
    }

    [Fact]
    public async Task A_phase_that_does_not_exist_takes_no_tasks()
    {
        var shutdown = Shutdown("");
        Assert.Throws<ConfigurationException>(() => shutdown.AddTask("no-such-phase", "note", Note("never")));
        await Run(shutdown);
    }

    [Fact]
    public async Task Actors_are_still_there_in_the_phases_before_the_last()
    {
        var shutdown = Shutdown("");
        var echo = shutdown.System.ActorOf(Props.Create<Echo>());
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "ask", async () =>
        {
            _done.Enqueue(await echo.Ask<string>("alive", Patience));
            return Done.Instance;
        });
        await Run(shutdown);
        Assert.Equal(["alive"], _done);
    }

    private static CoordinatedShutdown Shutdown(string config) =>
        CoordinatedShutdown.Get(ActorSystem.Create("shutdown", ConfigurationFactory.ParseString(config)));

    private static Task<Done> Run(CoordinatedShutdown shutdown) => shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience);

    private Func<Task<Done>> Note(string what) => () =>
    {
        _done.Enqueue(what);
        return Task.FromResult(Done.Instance);
    };
}
