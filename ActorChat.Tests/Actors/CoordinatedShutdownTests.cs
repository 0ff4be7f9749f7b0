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
    public async Task A_phase_that_does_not_exist_takes_no_tasks_and_has_no_time()
    {
        var shutdown = Shutdown("");
        Assert.Throws<ConfigurationException>(() => shutdown.AddTask("no-such-phase", "note", Note("never")));
        Assert.Throws<ArgumentException>(() => shutdown.Timeout("no-such-phase"));
        await Run(shutdown);
    }

    [Fact]
    [Trait("Upstream", "differs: it runs nothing, and the only run is used up")]
    public async Task A_shutdown_cannot_begin_with_a_phase_that_does_not_exist_but_still_with_another()
    {
        var shutdown = Shutdown("");
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "note", Note("stopped"));
        await Assert.ThrowsAsync<ArgumentException>(() => shutdown.Run(CoordinatedShutdown.UnknownReason.Instance, "no-such-phase"));
        Assert.Null(shutdown.ShutdownReason);
        await Run(shutdown);
        Assert.Equal(["stopped"], _done);
    }

    [Fact]
    public async Task Phases_of_ones_own_have_their_place_by_what_they_depend_on()
    {
        var shutdown = Shutdown("""
            akka.coordinated-shutdown.phases {
              mine.depends-on = ["service-unbind", "nobody-says-when"]
              service-requests-done.depends-on = ["service-unbind", "mine"]
            }
            """);
        foreach (var phase in (string[])[CoordinatedShutdown.PhaseServiceRequestsDone, "mine", CoordinatedShutdown.PhaseServiceUnbind])
            shutdown.AddTask(phase, "note", Note(phase));
        await Run(shutdown);
        Assert.Equal(["service-unbind", "mine", "service-requests-done"], _done);
    }

    [Fact]
    public void Phases_that_depend_on_each_other_are_refused() =>
        Assert.ThrowsAny<Exception>(() => Shutdown("""
            akka.coordinated-shutdown.phases {
              one.depends-on = ["other"]
              other.depends-on = ["one"]
            }
            """));

    [Fact]
    public void A_termination_that_would_never_come_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Shutdown("akka.coordinated-shutdown.terminate-actor-system = off"));

    [Fact]
    public async Task Every_run_is_the_first_one()
    {
        var shutdown = Shutdown("");
        var first = shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance);
        Assert.Same(first, shutdown.Run(CoordinatedShutdown.UnknownReason.Instance));
        await first.WaitAsync(Patience);
        Assert.Same(first, shutdown.Run(CoordinatedShutdown.UnknownReason.Instance));
    }

    [Fact]
    public async Task A_task_can_add_tasks_to_later_phases_but_those_for_earlier_ones_come_too_late()
    {
        var shutdown = Shutdown("");
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "adds", () =>
        {
            shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "note", Note("too late"));
            shutdown.AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "note", Note("in time"));
            return Task.FromResult(Done.Instance);
        });
        await Run(shutdown);
        Assert.Equal(["in time"], _done);
    }

    [Fact]
    public async Task The_total_time_is_that_of_the_phases_with_tasks()
    {
        var shutdown = Shutdown("""
            akka.coordinated-shutdown {
              default-phase-timeout = 3s
              terminate-actor-system = off
              run-by-actor-system-terminate = off
              phases.service-stop.timeout = 4s
            }
            """);
        Assert.Equal(TimeSpan.Zero, shutdown.TotalTimeout);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "one", Note("one"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "another", Note("another"));
        Assert.Equal(TimeSpan.FromSeconds(3), shutdown.TotalTimeout);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "one", Note("one"));
        Assert.Equal(TimeSpan.FromSeconds(7), shutdown.TotalTimeout);
        await Run(shutdown);
        Assert.False(shutdown.System.WhenTerminated.IsCompleted);
        await shutdown.System.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public async Task A_phase_that_must_not_take_too_long_ends_the_shutdown_when_it_does()
    {
        var shutdown = Shutdown("""
            akka.coordinated-shutdown.phases.service-stop {
              timeout = 50ms
              recover = off
            }
            """);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "endless", () => new TaskCompletionSource<Done>().Task);
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "later", Note("later"));
        await Assert.ThrowsAnyAsync<Exception>(() => Run(shutdown));
        Assert.Empty(_done);
    }

    [Fact]
    [Trait("Upstream", "differs: a task that blocks its thread holds up the other tasks of its phase, and the phase's time")]
    public async Task A_task_that_blocks_holds_up_nobody()
    {
        var shutdown = Shutdown("akka.coordinated-shutdown.phases.service-stop.timeout = 30s");
        using var released = new ManualResetEventSlim();
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "blocks", () =>
        {
            Assert.True(released.Wait(Patience));
            return Note("blocked")();
        });
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "beside", () =>
        {
            released.Set();
            return Task.FromResult(Done.Instance);
        });
        await Run(shutdown);
        Assert.Equal(["blocked"], _done);
    }

    [Fact]
    public async Task A_system_can_be_terminated_without_its_shutdown()
    {
        var shutdown = Shutdown("akka.coordinated-shutdown.run-by-actor-system-terminate = off");
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "note", Note("stopped"));
        await shutdown.System.Terminate().WaitAsync(Patience);
        Assert.Empty(_done);
        Assert.Null(shutdown.ShutdownReason);
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
