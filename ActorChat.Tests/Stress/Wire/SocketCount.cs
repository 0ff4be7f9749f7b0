namespace ActorChat.Tests.Stress.Wire;

/// <summary>The sockets of this process.</summary>
internal static class SocketCount
{
    private const string Descriptors = "/proc/self/fd";

    /// <summary>How many are open. Always 0 where the system has no /proc: then only the other promises are checked.</summary>
    public static int Now() => Directory.Exists(Descriptors)
        ? Directory.EnumerateFileSystemEntries(Descriptors).Count(IsSocket)
        : 0;

    private static bool IsSocket(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // Closed since it was listed.
            return false;
        }
    }
}
