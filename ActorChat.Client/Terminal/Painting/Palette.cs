using System.Text;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>A colour for each nickname: always the same, whatever the nickname's case, on any machine.</summary>
internal static class Palette
{
    /// <summary>Indexes into xterm's table of 256, with a contrast of at least 3.9 : 1 to black and to white.</summary>
    public static readonly int[] Rich = [31, 62, 63, 64, 65, 96, 97, 98, 99, 130, 131, 132, 133, 161, 162, 163, 164, 27, 28, 29, 30];

    // Yellow is unreadable on white, blue nearly so on black, and red means an error.
    private static readonly int[] Basic = [32, 35, 36];

    /// <summary>The parameters of the SGR sequence that sets the colour; empty without colours.</summary>
    public static string ColorOf(string nick, ColorDepth depth) => depth switch
    {
        ColorDepth.Rich => $"38;5;{Rich[Hash(nick) % (uint)Rich.Length]}",
        ColorDepth.Basic => $"{Basic[Hash(nick) % (uint)Basic.Length]}",
        _ => "",
    };

    // FNV-1a: .NET's own hash of a string differs from run to run.
    private static uint Hash(string nick)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(CaseFolding.Casefold(nick)))
            hash = (hash ^ octet) * 16777619u;

        // The low bits of short names differ too little.
        return hash ^ (hash >> 15);
    }
}
