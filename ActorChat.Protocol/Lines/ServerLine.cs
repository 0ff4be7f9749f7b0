namespace ActorChat.Protocol.Lines;

/// <summary>A line of the chat port by its meaning, as clients read it. An unknown line can still be shown.</summary>
/// <param name="Text">The whole line, safe to show, without its end.</param>
internal abstract record ServerLine(string Text)
{
    /// <summary>The room that the line names; empty for none, which means the reader's current one.</summary>
    public string Room { get; init; } = "";

    /// <summary><c>ana: hola</c>; with a number <c>[general 123 2026-11-28T00:31:38.120Z] ana: hola</c>.</summary>
    public sealed record Public(string Text, string Nick, string Said) : ServerLine(Text)
    {
        /// <summary>The room's number of the message; 0 where the line has none.</summary>
        public long Number { get; init; }

        /// <summary>When it was sent; null where the line does not say so exactly.</summary>
        public DateTimeOffset? Instant { get; init; }

        /// <summary>Whether it was sent before the reader asked for it or came.</summary>
        public bool IsPast { get; init; }
    }

    /// <summary><c>[general past 103 122 more]</c>: the end of a page of history.</summary>
    /// <param name="Text">The line.</param>
    /// <param name="First">The number of the page's first message; 0 if it is empty.</param>
    /// <param name="Last">The number of its last message.</param>
    /// <param name="HasMore">Whether there is more in the direction asked for.</param>
    public sealed record HistoryEnd(string Text, long First, long Last, bool HasMore) : ServerLine(Text);

    /// <summary><c>* numeros</c>: public messages have numbers from now on.</summary>
    public sealed record NumbersGranted(string Text) : ServerLine(Text);

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

    /// <summary><c>Estás en la sala juegos, con 2 usuarios. …</c>: the reader has entered it, and it is its current room.</summary>
    public sealed record RoomEntered(string Text) : ServerLine(Text);

    /// <summary><c>Has salido de la sala juegos. …</c></summary>
    /// <param name="Text">The line.</param>
    /// <param name="Current">The reader's current room now; empty for none.</param>
    public sealed record RoomLeft(string Text, string Current) : ServerLine(Text);

    /// <summary><c>Lo que escribes va a la sala juegos. Estás en: general, juegos</c>. Its room is the current one; empty for none,
    /// as in <c>Elige una sala con /sala SALA. Estás en: general</c>.</summary>
    public sealed record RoomsOfReader(string Text, IReadOnlyList<string> Rooms) : ServerLine(Text);

    /// <summary><c>Tema: ajedrez</c>: the topic of the room that was just entered, or asked for.</summary>
    public sealed record Topic(string Text, string Said) : ServerLine(Text);

    /// <summary><c>[search past 3 end]</c>: the end of what was found.</summary>
    /// <param name="Text">The line.</param>
    /// <param name="Count">How many messages were before it.</param>
    /// <param name="HasMore">Whether there are older ones; the line before says how to ask for them.</param>
    public sealed record SearchEnd(string Text, long Count, bool HasMore) : ServerLine(Text);

    /// <summary>A line of the list of rooms: <c>- juegos: 2 usuarios; tema: ajedrez</c>. The first and last line name no room.</summary>
    public sealed record RoomList(string Text) : ServerLine(Text);

    /// <summary>A line that begins with <c>Error:</c>.</summary>
    public sealed record Error(string Text) : ServerLine(Text);

    /// <summary><c>Se cierra la conexión: …</c>: the server disconnects; commands still in flight are lost.</summary>
    public sealed record Closing(string Text) : ServerLine(Text)
    {
        public ClosingReason Reason { get; init; }
    }

    /// <summary>Any other line.</summary>
    public sealed record Other(string Text) : ServerLine(Text);
}

/// <summary>Why the server disconnects, as far as it matters to a client that would come back by itself.</summary>
internal enum ClosingReason
{
    /// <summary>Another reason, or none that is known.</summary>
    Other,

    /// <summary>The nickname's owner has taken it, perhaps with another client of the same person.</summary>
    Displaced,

    /// <summary>Those in charge of the server have put the reader out: expelled or banned.</summary>
    PutOut,

    /// <summary>The reader has not given a nickname in time.</summary>
    NoNickname,
}
