namespace ActorChat.Client.Terminal.Painting;

/// <summary>What the environment says of colours.</summary>
internal static class Colors
{
    /// <summary>How many may be used.</summary>
    /// <param name="unwanted">Whether the command line says that none are wanted.</param>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static ColorDepth Depth(bool unwanted, Func<string, string?> variable)
    {
        // https://no-color.org: any value but the empty one.
        if (unwanted || !string.IsNullOrEmpty(variable("NO_COLOR")))
            return ColorDepth.None;

        return !string.IsNullOrEmpty(variable("COLORTERM")) || Contains(variable("TERM"), "256color") ? ColorDepth.Rich : ColorDepth.Basic;
    }

    /// <summary>Whether the terminal can do nothing but show lines.</summary>
    public static bool IsDumb(Func<string, string?> variable) => variable("TERM") is null or "" or "dumb";

    private static bool Contains(string? value, string part) => value?.Contains(part, StringComparison.Ordinal) is true;
}
