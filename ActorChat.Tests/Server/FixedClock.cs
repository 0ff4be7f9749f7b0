namespace ActorChat.Tests.Server;

/// <summary>A clock that stands at noon of 7 September 2025, local time, a little into its second.</summary>
internal sealed class FixedClock : TimeProvider
{
    /// <summary>The time as answers and rows show it.</summary>
    public const string Text = "2025-09-07T12:00:00";

    /// <summary>The same as numbered lines show it.</summary>
    public const string Utc = "2025-09-07T17:00:00.987Z";

    public override TimeZoneInfo LocalTimeZone { get; } =
        TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(-5), displayName: null, standardDisplayName: null);

    public override DateTimeOffset GetUtcNow() => new(2025, 9, 7, 17, 0, 0, 987, TimeSpan.Zero);
}
