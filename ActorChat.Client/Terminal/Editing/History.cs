namespace ActorChat.Client.Terminal.Editing;

/// <summary>Keeps entered lines beyond the end of the program.</summary>
internal interface IHistoryStore
{
    /// <summary>The lines of earlier runs, oldest first.</summary>
    IReadOnlyList<string> Load();

    /// <summary>Keeps one more line.</summary>
    /// <returns>The first failure to keep one; otherwise null.</returns>
    Exception? Append(string line);
}

/// <summary>The entered lines, and the walk through them with the arrow keys.</summary>
internal sealed class History
{
    public const int MaxLines = 100;

    // Commands that carry a secret on any chat server a person may know. Better one line too few than a password on disk.
    private static readonly string[] SecretVerbs =
    [
        "auth", "baja", "clave", "contraseña", "contrasena", "identificar", "identify", "iniciar", "login", "pass", "register", "registrar",
        "secret", "unregister",
    ];

    private readonly List<string> _lines = [];
    private int _place;
    private string _draft = "";

    public History(IEnumerable<string> lines)
    {
        _lines.AddRange(lines.TakeLast(MaxLines));
        _place = _lines.Count;
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>
    /// Whether a line may be kept. Leaves out blank lines, those that begin with a space (as in shells), and commands that seem to carry
    /// a password.
    /// </summary>
    public static bool Keeps(string line) => !string.IsNullOrWhiteSpace(line) && line[0] is not ' ' && !IsSecret(line);

    /// <summary>Whether a line is a command that seems to carry a password.</summary>
    public static bool IsSecret(string line)
    {
        var verb = ChatCommandParser.VerbOf(line).TrimStart(ChatCommandParser.CommandSign);
        return Array.Exists(SecretVerbs, secret => verb.StartsWith(secret, StringComparison.Ordinal));
    }

    /// <summary>A line as it can be shown again: of one that seems to carry a password only the command.</summary>
    public static string Reveal(string line) => IsSecret(line) ? $"{ChatCommandParser.VerbOf(line)} …" : line;

    /// <summary>Keeps an entered line, unless it repeats the one before. The walk starts over.</summary>
    /// <returns>Whether it was kept.</returns>
    public bool Add(string line)
    {
        var kept = Keeps(line) && (_lines.Count is 0 || _lines[^1] != line);
        if (kept)
            _lines.Add(line);
        if (_lines.Count > MaxLines)
            _lines.RemoveAt(0);

        _place = _lines.Count;
        _draft = "";
        return kept;
    }

    /// <summary>The line before; null: none. The current line is saved for the way back.</summary>
    public string? Older(string current)
    {
        if (_place is 0)
            return null;
        if (_place == _lines.Count)
            _draft = current;
        return _lines[--_place];
    }

    /// <summary>The line after, at last the one that was being typed; null: that is shown already.</summary>
    public string? Newer()
    {
        if (_place == _lines.Count)
            return null;
        return ++_place == _lines.Count ? _draft : _lines[_place];
    }
}
