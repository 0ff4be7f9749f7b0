namespace ActorChat.Tests.Fuzz.Attacks;

/// <summary>Texts that have broken other programs.</summary>
internal static class HostileTexts
{
    private static readonly string[] All =
    [
        "\u001b[2J\u001b[H", "\u001b]0;título\u0007", "\u009b31m", "\u001bc", "\b\b\b\b\b\b", "\u007f", "\0", "\u0085", "\t\v\f",
        "\rcontrol-beto: c0", "\ncontrol-beto: c0", "\u2028control-beto: c0", "\u0085control-beto: c0", "control-beto: c0",
        "* control-beto se ha desconectado", "[privado] control-beto: p0", "[privado a control-beto] p0",
        "Error: el mensaje no se pudo guardar", "El servidor se está deteniendo.", "Nickname: ", "Mensaje recibido: 2025-09-07T12:00:00",
        "\u202eatreb", "\u2066\u2067\u2069", "\u200b\u200c\u200d\u2060\ufeff", "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307", "\u180e\u115f\u3164",
        "{0}", "{0:X9999999}", "{", "}}{{", "%s%s%n", "$(reboot)", "`id`", "'); DROP TABLE mensajes;--", "\" OR 1=1 --", "\\u0000", "\\", "'", "\"",
        "../../../../etc/passwd", "<script>alert(1)</script>", "]]>", "NaN", "-1", "4294967296", "null", "﷽﷽﷽", "𝕬𝖓𝖆", "ﬁﬂ", "İıſK", "ß", "\ufffd", "\U0010ffff",
        "/", "//", "/salir", "/SALIR", "/listar x", "/\u200b", "#", "##", "# ", "#control-ana", "#control-ana ", "#control-ana x", "#\u202econtrol-ana x",
    ];

    /// <summary>One of them.</summary>
    public static string Text(Random random) => random.Of(All);

    /// <summary>One of them as UTF-8.</summary>
    public static byte[] Bytes(Random random) => Encoding.UTF8.GetBytes(Text(random));
}
