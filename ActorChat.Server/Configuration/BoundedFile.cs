namespace ActorChat.Server.Configuration;

/// <summary>Reads small files whose names the operator gives: they may turn out to be pipes or devices, which need not end or even begin.</summary>
internal static class BoundedFile
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Its bytes, up to a number of them.</summary>
    /// <exception cref="IOException">As for any file; likewise <see cref="UnauthorizedAccessException"/>.</exception>
    /// <exception cref="TimeoutException">Nothing came for two seconds: a pipe that nobody writes to.</exception>
    public static byte[] Read(string path, int most) =>
        Task.Run(() => ReadAll(path, most)).WaitAsync(Limit).GetAwaiter().GetResult();

    private static byte[] ReadAll(string path, int most)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[most];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
