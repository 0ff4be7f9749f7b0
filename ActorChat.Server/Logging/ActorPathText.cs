namespace ActorChat.Server.Logging;

internal static class ActorPathText
{
    /// <summary>Shortens <c>[akka://actorchat/user/node#12]</c> to <c>/user/node</c>. Keeps other sources.</summary>
    public static string Shorten(string logSource)
    {
        var source = logSource is ['[', .. var inner, ']'] ? inner : logSource;
        var system = source.IndexOf("://", StringComparison.Ordinal);
        if (system < 0)
            return logSource;

        var path = source.IndexOf('/', system + "://".Length);
        return path < 0 ? source : WithoutId(source[path..]);
    }

    // The number tells apart successive actors of one path.
    private static string WithoutId(string path)
    {
        var id = path.LastIndexOf('#');
        return id > 0 && path.AsSpan(id + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? path[..id] : path;
    }
}
