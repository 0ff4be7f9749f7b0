using System.Diagnostics;
using ActorChat.Tests.Fuzz.Attacks;
using ActorChat.Tests.Fuzz.Checks;

namespace ActorChat.Tests.Fuzz;

/// <summary>Attacks, many at a time, one after the other.</summary>
/// <param name="generator">Makes them.</param>
/// <param name="attacker">Carries them out.</param>
/// <param name="suspects">Notes which are under way.</param>
internal sealed class Storm(AttackGenerator generator, Attacker attacker, Suspects suspects)
{
    // More would only wait for each other.
    private const int AtATime = 48;

    private readonly Lock _lock = new();
    private int _next;

    /// <summary>Goes on until so many have been carried out, with those of earlier calls.</summary>
    public Task RunAsync(int attacks) => RunWhileAsync(number => number < attacks);

    /// <summary>Carries more of them out, for so long.</summary>
    public Task RunAsync(TimeSpan time)
    {
        var began = Stopwatch.GetTimestamp();
        return RunWhileAsync(_ => Stopwatch.GetElapsedTime(began) < time);
    }

    /// <summary>Carries exactly these out, one by one.</summary>
    public async Task RunAsync(IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
            await RunOneAsync(number);
    }

    // It ends early where something was noticed: what comes later would only hide it.
    private Task RunWhileAsync(Func<int, bool> goOn) => Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => Task.Run(async () =>
    {
        while (TryTake(goOn, out var number))
            await RunOneAsync(number);
    })));

    private bool TryTake(Func<int, bool> goOn, out int number)
    {
        lock (_lock)
        {
            number = _next;
            if (suspects.Any || !goOn(number))
                return false;
            _next++;
            return true;
        }
    }

    private async Task RunOneAsync(int number)
    {
        suspects.Begin(number);
        await attacker.RunAsync(generator.Create(number));
        suspects.End(number);
    }
}
