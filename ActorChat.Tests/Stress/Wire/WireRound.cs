using System.Net;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Tests.Stress.Wire;

/// <summary>One round: connections are made all at once, and each is kept to its plan until both its ends have heard of the end.</summary>
internal sealed class WireRound(ActorSystem system, int seed, Complaints complaints)
{
    private const int Connections = 250;

    private readonly Links _links = new(Plans(seed), complaints);

    /// <summary>Runs it. Gives the figures.</summary>
    public async Task<TcpFigures> Run()
    {
        foreach (var _ in Enumerable.Range(0, Connections * 2))
            _links.Ends.Begin();
        _links.Ends.Seal();
        var (pulling, pullingAt) = await Listen(pulls: true);
        var (pushed, pushedAt) = await Listen(pulls: false);
        var dialers = system.ActorOf(Props.Create<Dialers>(_links, pullingAt, pushedAt));
        await Limited(_links.Ends.Quiet);
        await Unbind(pulling);
        await Unbind(pushed);
        await Stop(dialers);
        return _links.Figures;
    }

    private static Link[] Plans(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Connections).Select(number => Link.Random(number, random))];
    }

    private async Task<(IActorRef Acceptor, EndPoint Address)> Listen(bool pulls)
    {
        var acceptor = system.ActorOf(Props.Create<Acceptor>(_links, pulls));
        return (acceptor, await acceptor.Ask<EndPoint>(new Acceptor.Open(), StressSettings.HangLimit));
    }

    private async Task Unbind(IActorRef acceptor)
    {
        await acceptor.Ask<Tcp.Unbound>(new Acceptor.Close(), StressSettings.HangLimit);
        await Stop(acceptor);
    }

    private async Task Stop(IActorRef actor)
    {
        var ended = actor.WatchAsync();
        system.Stop(actor);
        await ended.WaitAsync(StressSettings.HangLimit);
    }

    private async Task Limited(Task task)
    {
        try
        {
            await task.WaitAsync(StressSettings.HangLimit);
        }
        catch (TimeoutException)
        {
            complaints.Add($"{_links.Ends.Count} ends of {2 * Connections} were not told the end: {_links.Figures}");
            complaints.AssertNone($"seed {seed}");
        }
    }
}
