namespace ActorChat.Server.Logging;

/// <summary>Whether the console's lines may have colours.</summary>
internal static class ConsoleColours
{
    /// <summary>Only where somebody looks at a terminal that knows them, and has not asked for none (no-color.org).</summary>
    /// <param name="isTerminal">Whether the output is a terminal.</param>
    /// <param name="environment">Gives an environment variable; null where there is none of that name.</param>
    public static bool Wanted(bool isTerminal, Func<string, string?> environment) =>
        isTerminal && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb";
}
