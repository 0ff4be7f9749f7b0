namespace ActorChat.Client.Terminal.Painting;

/// <summary>How many colours may be used.</summary>
internal enum ColorDepth
{
    /// <summary>None, nor any other attribute: the user does not want them, or the terminal has none.</summary>
    None,

    /// <summary>The eight of old, whose shades the user's theme has chosen.</summary>
    Basic,

    /// <summary>The 256 of xterm.</summary>
    Rich,
}
