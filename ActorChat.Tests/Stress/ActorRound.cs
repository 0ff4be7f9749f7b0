using System.Runtime.CompilerServices;
using ActorChat.Tests.Stress.Population;
using Akka.Actor;

namespace ActorChat.Tests.Stress;

/// <summary>One round: a world is made, tormented until all is quiet, ended, and its accounts are audited.</summary>
internal sealed class ActorRound(ActorSystem system, int seed, Complaints complaints)
{
    private const int Supervisors = 100, PlacesOfEach = 20, Watchers = 16, Senders = 6, MessagesOfEach = 200_000;

    private readonly World _world = new(Supervisors * PlacesOfEach, Senders, seed, complaints);

    /// <summary>Runs it. Gives the figures.</summary>
    public async Task<ActorFigures> Run()
    {
        var collector = system.ActorOf(Props.Create<Collector>(_world));
        await collector.Ask<string>(new Collector.AreYouReady(), StressSettings.HangLimit);
        var watchers = Enumerable.Range(0, Watchers).Select(i => system.ActorOf(Props.Create<Watcher>(_world, seed + i))).ToArray();
        var crown = system.ActorOf(Props.Create<Crown>(_world, Supervisors, PlacesOfEach, watchers));

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(n => Task.Run(() => new Tormentor(_world, system, n).Run(MessagesOfEach))));
        _world.Messages.Seal();
        await Limited(_world.Messages.Quiet, "messages are not worked on: a wake-up was lost, or an actor stays suspended");

        _world.Close();
        await End(crown);
        foreach (var watcher in watchers)
            await Limited(watcher.Ask<Watcher.Empty>(new Watcher.TellWhenEmpty()), "a watcher was not told of an end");
        await Task.WhenAll(watchers.Append(collector).Select(End));
        Audit();
        return new ActorFigures(
            _world.Lives.Sum(life => life.Pairs.Sum(pair => (long)pair.Sent)) + _world.Relays.Sum(pair => (long)pair.Sent),
            _world.Lives.Count, _world.Restarts, _world.Resumes, _world.DeadLetters, _world.Ends);
    }

    /// <summary>Lets go of all actors. Gives what can only be reached by these references if somebody has kept it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public List<WeakReference> LetGo()
    {
        List<WeakReference> traces = [.. _world.Lives.Select(life => new WeakReference(life))];
        _world.Forget();
        return traces;
    }

    private async Task End(IActorRef actor)
    {
        var ended = actor.WatchAsync();
        system.Stop(actor);
        await Limited(ended, $"{actor} does not stop");
    }

    private async Task Limited(Task task, string complaint)
    {
        try
        {
            await task.WaitAsync(StressSettings.HangLimit);
        }
        catch (TimeoutException)
        {
            complaints.Add($"{complaint} ({_world.Messages.Count} messages under way)");
            complaints.AssertNone($"seed {seed}");
        }
    }

    private void Audit()
    {
        foreach (var life in _world.Lives.Where(life => !life.HasEndedOnce))
            complaints.Add($"{life} did not end once");
        foreach (var error in _world.Lives.SelectMany(life => life.Pairs).Concat(_world.Relays).Select(pair => pair.Audit()).OfType<string>())
            complaints.Add(error);
    }
}
