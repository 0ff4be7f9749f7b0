namespace ActorChat.Benchmarks.Load.Sockets;

/// <summary>Makes the best <see cref="IReadiness"/> of this system.</summary>
internal static class Readiness
{
    /// <summary>epoll where there is one.</summary>
    public static IReadiness Create() => OperatingSystem.IsLinux() ? new EpollReadiness() : new SelectReadiness();
}
