using ActorChat.Server.Configuration;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Sockets;

namespace ActorChat.Server.Hosting;

/// <summary>
/// Refuses to start with too few file descriptors. Must run first: with fewer still, .NET cannot load the program's libraries
/// and fails with a different error each time.
/// </summary>
internal static class DescriptorCheck
{
    /// <summary>
    /// 120 for the server and its libraries, which .NET keeps open, 24 in reserve, and some connections. MySQL and metrics
    /// take 20 more, TLS ten.
    /// </summary>
    public const int Required = 152;

    /// <summary>The same with the web port, whose libraries are many.</summary>
    public const int RequiredWithWeb = Required + 80;

    /// <summary>Returns a whole line for standard error; null when there are enough. Only the command line tells the language this early.</summary>
    public static string? FindObstacle(long? limit, string[] args)
    {
        if (limit is not { } available || available >= Required)
            return null;
        var isEnglish = Array.Exists(args, argument => argument.EndsWith("actorchat.language=en", StringComparison.Ordinal));
        var texts = Texts.For(isEnglish ? Language.English : Language.Spanish);
        return texts.Error(texts.TooFewDescriptors(available, Required));
    }

    /// <summary>Returns a whole line for standard error when there are too few for the ports that are to be opened; otherwise null.</summary>
    public static string? FindObstacle(ServerSettings settings, Texts texts) =>
        settings.Web.Port.Enabled && DescriptorLimit.Read() is < RequiredWithWeb and var available
            ? texts.Error(texts.TooFewDescriptors(available, RequiredWithWeb))
            : null;

    public static string? FindObstacle(string[] args) => FindObstacle(DescriptorLimit.Read(), args);
}
