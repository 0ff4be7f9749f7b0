using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Sockets;

namespace ActorChat.Server.Hosting;

/// <summary>
/// Refuses to start where so few files may be open that nobody could be served. Comes first of all: with fewer yet, .NET cannot even load
/// what the rest of the program is made of, and would say something else of it each time.
/// </summary>
internal static class DescriptorCheck
{
    /// <summary>
    /// What is needed: 120 for the server with its libraries, of which .NET keeps each open, 24 in reserve, and some connections. MySQL and
    /// metrics, where they are in use, take 20 more.
    /// </summary>
    public const int Least = 152;

    /// <summary>Why not to start, as a whole line for standard error; null where nothing speaks against it.</summary>
    /// <param name="limit">How many there may be; null where nobody knows.</param>
    /// <param name="args">The command line. Only a language that it sets itself can be known so early.</param>
    public static string? FindObstacle(long? limit, string[] args)
    {
        if (limit is not { } most || most >= Least)
            return null;
        var isEnglish = Array.Exists(args, argument => argument.EndsWith("actorchat.language=en", StringComparison.Ordinal));
        var texts = Texts.For(isEnglish ? Language.English : Language.Spanish);
        return texts.Error(texts.TooFewDescriptors(most, Least));
    }

    /// <summary>The same, by the limit of this process.</summary>
    public static string? FindObstacle(string[] args) => FindObstacle(DescriptorLimit.Read(), args);
}
