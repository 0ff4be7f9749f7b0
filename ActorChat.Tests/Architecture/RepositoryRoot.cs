namespace ActorChat.Tests.Architecture;

/// <summary>The folder that the tests were built from.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("No ActorChat.sln above the tests."),
        _ when File.Exists(System.IO.Path.Combine(folder.FullName, "ActorChat.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
