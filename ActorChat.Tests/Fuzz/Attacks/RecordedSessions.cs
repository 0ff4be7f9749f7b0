namespace ActorChat.Tests.Fuzz.Attacks;

/// <summary>Sessions as the clients that people use send them, byte for byte and write for write: what the mutations begin with.</summary>
internal static class RecordedSessions
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Session> All { get; } =
    [
        Chat("nc", "ana\n", "hola a todos\n", "#beto hola\n", "/listar\n", "/username\n", "/salir\n"),
        Chat("nc, another one", "beto\n", "buenas\n", "¿quién está?\n", "/listar\n"),
        Chat("telnet", "carla\r\n", "hola\r\n", "/hora\r\n", "#ana qué tal\r\n", "/salir\r\n"),
        Chat("telnet in character mode", "d\0\r\0", "i\r\n", "h", "o", "l", "a", "\r", "\0", "/listar", "\r\0"),
        new("putty", IsChat: true, [Putty, Bytes("dora\r\n"), Sizes, Bytes("hola\r\n"), Answers, Bytes("/salir\r\n")]),
        new("telnet, interrupted", IsChat: true, [Bytes("eva\r\n"), Bytes("una frase que no se ac"), Interrupt, Bytes("otra\r\n")]),
        Chat("chunks", "fede", "hola", "/listar", "#ana hola", "/username", "/salir"),
        Chat("piped file", "gabi\nuno\ndos\ntres\n/listar\n#ana cuatro\n/username\n/salir\n"),
        Chat("pipelined flood", "hugo\n" + string.Concat(Enumerable.Range(0, 200).Select(number => $"mensaje {number}\n"))),
        Chat("every command", "ines\n", "/listar\n", "/list\n", "/username\n", "/hora\n", "/time\n", "/ayuda\n", "/help\n", "//x\n", "##y\n", "/otra\n", "#\n", "#ana\n", "\n", "/quit\n"),
        Chat("private messages", "julia\n", "#julia a mí misma\n", "#nadie hola\n", "#control-ana hola\n", "#JULIA otra vez\n"),
        Chat("Unicode", "Ñandú\n", "canción, 日本語, हिन्दी, עברית, 👩‍🚀🇪🇸\n", "#ñandú e\u0301\n", "/listar\n"),
        Chat("refused nicknames", "control-ana\n", "no vale\n", "\n", "CONTROL-BETO\n", "x'); DROP TABLE mensajes;--\n"),
        Chat("browser", "GET / HTTP/1.1\r\nHost: localhost:1234\r\nUser-Agent: Mozilla/5.0\r\nAccept: */*\r\n\r\n"),
        new("TLS handshake", IsChat: true, [Tls]),
        Confirmation("confirmation, line", "hola\n"),
        Confirmation("confirmation, CRLF", "hola\r\n"),
        Confirmation("confirmation, chunk", "hola, soy un mensaje sin fin de línea"),
        Confirmation("confirmation, piped file", "uno\ndos\ntres\n"),
        Confirmation("confirmation, empty", "\n"),
        Confirmation("confirmation, long", new string('x', 4096) + "\n"),
        Confirmation("confirmation, browser", "POST / HTTP/1.1\r\nHost: localhost:5000\r\nContent-Length: 4\r\n\r\nhola"),
        new("confirmation, TLS handshake", IsChat: false, [Tls]),
        Confirmation("confirmation, too long", new string('é', 3000) + "\n", "y ahora uno corto\n"),
    ];

    // What PuTTY says first: will window size, speed, type and environment; do echo; will and do suppress go-ahead.
    private static byte[] Putty => [0xFF, 0xFB, 31, 0xFF, 0xFB, 32, 0xFF, 0xFB, 24, 0xFF, 0xFB, 39, 0xFF, 0xFD, 1, 0xFF, 0xFB, 3, 0xFF, 0xFD, 3];

    // The size of the window, 80 x 24: it holds a byte that looks like text.
    private static byte[] Sizes => [0xFF, 0xFA, 31, 0, 80, 0, 24, 0xFF, 0xF0];

    // The type of the terminal, and a 255 that stands for itself.
    private static byte[] Answers => [0xFF, 0xFA, 24, 0, .. "XTERM"u8, 0xFF, 0xFF, 0xFF, 0xF0];

    // Ctrl+C: interrupt process, do timing mark.
    private static byte[] Interrupt => [0xFF, 0xF4, 0xFF, 0xFD, 6];

    // The first bytes of a ClientHello.
    private static byte[] Tls => [0x16, 3, 1, 0, 0xA5, 1, 0, 0, 0xA1, 3, 3, .. Enumerable.Range(0, 32).Select(number => (byte)(number * 37)), 0, 0, 0x0A, 0x13, 1];

    private static Session Chat(string name, params string[] writes) => new(name, IsChat: true, [.. writes.Select(Bytes)]);

    private static Session Confirmation(string name, params string[] writes) => new(name, IsChat: false, [.. writes.Select(Bytes)]);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
