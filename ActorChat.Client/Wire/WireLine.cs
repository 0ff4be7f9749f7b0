namespace ActorChat.Client.Wire;

/// <summary>One line of the server, understood. What is not recognised is still a line that can be shown.</summary>
/// <param name="Text">The whole line, safe to show, without its end.</param>
internal abstract record WireLine(string Text)
{
    /// <summary><c>ana: hola</c>.</summary>
    public sealed record Public(string Text, string Nick, string Said) : WireLine(Text);

    /// <summary><c>[privado] ana: hola</c>.</summary>
    public sealed record PrivateFrom(string Text, string Nick, string Said) : WireLine(Text);

    /// <summary><c>[privado a beto] hola</c>: our own, delivered.</summary>
    public sealed record PrivateTo(string Text, string Nick, string Said) : WireLine(Text);

    /// <summary><c>* ana se ha conectado</c>.</summary>
    public sealed record Joined(string Text, string Nick) : WireLine(Text);

    /// <summary><c>* ana se ha desconectado</c>.</summary>
    public sealed record Left(string Text, string Nick) : WireLine(Text);

    /// <summary>Any other line that begins with <c>* </c>.</summary>
    public sealed record Notice(string Text) : WireLine(Text);

    /// <summary><c>Bienvenido, ana. …</c>: the nickname is ours.</summary>
    public sealed record Welcome(string Text, string Nick) : WireLine(Text);

    /// <summary>The nickname is not ours: somebody has it (<paramref name="IsTaken"/>), or nobody may.</summary>
    public sealed record NicknameRefused(string Text, bool IsTaken) : WireLine(Text);

    /// <summary><c>Usuarios conectados (2): ana, beto</c>.</summary>
    /// <param name="Text">The line.</param>
    /// <param name="Nicks">Who is there.</param>
    /// <param name="IsWhole">Whether nobody else is: the list is not one page of several, and was not cut.</param>
    public sealed record Users(string Text, IReadOnlyList<string> Nicks, bool IsWhole) : WireLine(Text);

    /// <summary>A line that begins with <c>Error:</c>.</summary>
    public sealed record Error(string Text) : WireLine(Text);

    /// <summary><c>Se cierra la conexión: …</c>: the server turns us out, and what it had not dealt with is lost.</summary>
    public sealed record Closing(string Text) : WireLine(Text);

    /// <summary>Anything else that the server says.</summary>
    public sealed record Other(string Text) : WireLine(Text);
}
