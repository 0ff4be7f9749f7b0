namespace ActorChat.Tests.Client.Support;

/// <summary>How long a test waits for something that must happen: only a failing test ever waits this long.</summary>
internal static class TestTimeout
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
}
