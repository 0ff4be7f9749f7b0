namespace ActorChat.Tests.EndToEnd.Support;

/// <summary>A folder of one test, gone when it ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actorchat-test-");

    public string Path => _folder.FullName;

    /// <summary>The database of a server that was started here.</summary>
    public string Database => File("mensajes.db");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
