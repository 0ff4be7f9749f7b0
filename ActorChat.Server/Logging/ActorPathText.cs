namespace ActorChat.Server.Logging;

/// <summary>Where a line of the log comes from, as people want to read it.</summary>
internal static class ActorPathText
{
    /// <summary>
    /// The path below the system of an actor's log source, <c>/user/node</c> for <c>[akka://actorchat/user/node#12]</c>;
    /// any other source as it is.
    /// </summary>
    public static string Of(string logSource)
    {
        var source = logSource is ['[', .. var inner, ']'] ? inner : logSource;
        var system = source.IndexOf("://", StringComparison.Ordinal);
        if (system < 0)
            return logSource;

        var path = source.IndexOf('/', system + "://".Length);
        return path < 0 ? source : WithoutId(source[path..]);
    }

    // The number behind the path tells apart actors that had the same path one after the other.
    private static string WithoutId(string path)
    {
        var id = path.LastIndexOf('#');
        return id > 0 && path.AsSpan(id + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? path[..id] : path;
    }
}
