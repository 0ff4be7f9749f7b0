namespace ActorChat.Server.Configuration.Sources;

/// <summary>Reads small files named by the operator. A pipe or a device may never end or never start: hence the limits.</summary>
internal static class BoundedFile
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <exception cref="IOException">As for any file; likewise <see cref="UnauthorizedAccessException"/>.</exception>
    /// <exception cref="TimeoutException">Reading took more than two seconds, as from a pipe without a writer.</exception>
    public static byte[] Read(string path, int maxBytes) =>
        Task.Run(() => ReadAll(path, maxBytes)).WaitAsync(Limit).GetAwaiter().GetResult();

    private static byte[] ReadAll(string path, int maxBytes)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[maxBytes];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
