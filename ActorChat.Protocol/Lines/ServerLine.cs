namespace ActorChat.Protocol.Lines;

/// <summary>A line of the chat port by its meaning, as clients read it. An unknown line can still be shown.</summary>
/// <param name="Text">The whole line, safe to show, without its end.</param>
internal abstract record ServerLine(string Text)
{
    /// <summary>The room that the line names, which is not the reader's current one; empty for the others.</summary>
    public string Room { get; init; } = "";

    /// <summary><c>ana: hola</c>.</summary>
    public sealed record Public(string Text, string Nick, string Said) : ServerLine(Text);

    /// <summary><c>[privado] ana: hola</c>.</summary>
    public sealed record PrivateFrom(string Text, string Nick, string Said) : ServerLine(Text)
    {
        /// <summary>Whether it was stored while the reader was away: <c>[privado 2026-11-27 14:03] ana: hola</c>.</summary>
        public bool WasStored { get; init; }

        /// <summary>When a stored one was sent; null where the line does not say so exactly.</summary>
        public DateTimeOffset? SentAt { get; init; }
    }

    /// <summary><c>[privado a beto] hola</c>: the reader's own, delivered.</summary>
    public sealed record PrivateTo(string Text, string Nick, string Said) : ServerLine(Text);

    /// <summary><c>* ana se ha conectado</c>.</summary>
    public sealed record Joined(string Text, string Nick) : ServerLine(Text);

    /// <summary><c>* ana se ha desconectado</c>.</summary>
    public sealed record Left(string Text, string Nick) : ServerLine(Text);

    /// <summary>Any other line that begins with <c>* </c>.</summary>
    public sealed record Notice(string Text) : ServerLine(Text);

    /// <summary><c>Bienvenido, ana. …</c>: the reader has the nickname now.</summary>
    public sealed record Welcome(string Text, string Nick) : ServerLine(Text);

    /// <summary>The nickname was refused: somebody has it (<paramref name="IsTaken"/>), or nobody may.</summary>
    public sealed record NicknameRefused(string Text, bool IsTaken) : ServerLine(Text);

    /// <summary><c>Usuarios conectados (2): ana, beto</c>.</summary>
    /// <param name="Text">The line.</param>
    /// <param name="Nicks">The nicknames listed.</param>
    /// <param name="IsWhole">False for one page of several, and for a list that was cut.</param>
    public sealed record Users(string Text, IReadOnlyList<string> Nicks, bool IsWhole) : ServerLine(Text);

    /// <summary>A line that begins with <c>Error:</c>.</summary>
    public sealed record Error(string Text) : ServerLine(Text);

    /// <summary><c>Se cierra la conexión: …</c>: the server disconnects; commands still in flight are lost.</summary>
    public sealed record Closing(string Text) : ServerLine(Text);

    /// <summary>Any other line.</summary>
    public sealed record Other(string Text) : ServerLine(Text);
}
