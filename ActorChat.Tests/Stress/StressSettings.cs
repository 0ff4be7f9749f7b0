namespace ActorChat.Tests.Stress;

/// <summary>How long, and from which seed.</summary>
internal static class StressSettings
{
    /// <summary>
    /// What all scenarios together take: the environment's <c>ACTORCHAT_STRESS_SECONDS</c>, 60 seconds where it says nothing. Each
    /// scenario goes on to the end of its round and works on one round at least.
    /// </summary>
    public static TimeSpan Total { get; } = TimeSpan.FromSeconds(Read("ACTORCHAT_STRESS_SECONDS", 60));

    /// <summary>
    /// What all that is random begins with: the environment's <c>ACTORCHAT_STRESS_SEED</c>, another one for each run where it says
    /// nothing. The same seed sends the same messages; the machine still schedules as it likes.
    /// </summary>
    public static int Seed { get; } = (int)Read("ACTORCHAT_STRESS_SEED", Random.Shared.Next(1, 1_000_000));

    /// <summary>How long a round may go on when nothing more is to be sent: only one that hangs ever takes so long.</summary>
    public static TimeSpan HangLimit { get; } = TimeSpan.FromMinutes(4);

    private static double Read(string variable, double otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
