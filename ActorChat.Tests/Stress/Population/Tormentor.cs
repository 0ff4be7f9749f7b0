using Akka.Actor;

namespace ActorChat.Tests.Stress.Population;

/// <summary>Sends: mostly harmless messages, now and then one that ends or upsets somebody.</summary>
internal sealed class Tormentor(World world, ActorSystem system, int number)
{
    // Mailboxes have no limit, so the senders keep one: some dozens of messages for each worker.
    private const int MostOutstanding = 80_000;

    private readonly Random _random = new(HashCode.Combine(world.Seed, number));

    /// <summary>Sends so many messages.</summary>
    public async Task Run(int messages)
    {
        for (var i = 0; i < messages; i++)
        {
            if (i % 64 == 0)
            {
                // Not to wait for anything, but to let the workers catch up.
                while (world.Messages.Count > MostOutstanding)
                    await Task.Delay(1);
            }

            if (world.At(_random.Next(world.Slots)) is { } life)
                Send(life);
        }
    }

    private void Send(Life life)
    {
        switch (_random.Next(20_000))
        {
            case < 10:
                life.Ref.Tell(PoisonPill.Instance, ActorRefs.NoSender);
                break;
            case < 15:
                life.Ref.Tell(Kill.Instance, ActorRefs.NoSender);
                break;
            case < 20:
                system.Stop(life.Ref);
                break;
            default:
                world.Messages.Begin();
                life.Ref.Tell(life.From(number).Next(Choose()), ActorRefs.NoSender);
                break;
        }
    }

    private Kind Choose() => _random.Next(20_000) switch
    {
        < 800 => Kind.Relay,
        < 1000 => Kind.StartTimer,
        < 1100 => Kind.CancelTimer,
        < 1300 => Kind.Become,
        < 1360 => Kind.Resume,
        < 1380 => Kind.Restart,
        < 1395 => Kind.Stop,
        < 1396 => Kind.Escalate,
        < 1420 => Kind.Leave,
        _ => Kind.Plain,
    };
}
