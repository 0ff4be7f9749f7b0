namespace ActorChat.Client.Terminal.Painting;

/// <summary>How many colours may be used.</summary>
internal enum ColorDepth
{
    /// <summary>None, nor any other attribute: the user does not want them, or the terminal has none.</summary>
    None,

    /// <summary>The classic eight, whose shades the user's theme defines.</summary>
    Basic,

    /// <summary>The 256 of xterm.</summary>
    Rich,
}

/// <summary>Finds out from the environment which colours to use.</summary>
internal static class Colors
{
    public static ColorDepth GetDepth(bool unwanted, Func<string, string?> variable)
    {
        // https://no-color.org: any value but the empty one.
        if (unwanted || !string.IsNullOrEmpty(variable("NO_COLOR")))
            return ColorDepth.None;

        return !string.IsNullOrEmpty(variable("COLORTERM")) || Contains(variable("TERM"), "256color") ? ColorDepth.Rich : ColorDepth.Basic;
    }

    /// <summary>Whether the terminal can only show lines.</summary>
    public static bool IsDumb(Func<string, string?> variable) => variable("TERM") is null or "" or "dumb";

    private static bool Contains(string? value, string part) => value?.Contains(part, StringComparison.Ordinal) is true;
}
