namespace ActorChat.Benchmarks.Micro;

/// <summary>One line of each kind.</summary>
internal static class SampleLines
{
    /// <summary>The line, without its line end.</summary>
    public static string Of(Line kind) => kind switch
    {
        Line.Plain => new string('x', 64),
        Line.Accents => "¿Quién sabe cuándo llegará el próximo autobús? ¡Mañana, quizá! 👍🏽",
        Line.Hidden => "un texto con \u001b[31mcolor\u001b[0m y con \u202Eórdenes\u202C que nadie\u200B ve",
        Line.Private => "#beto " + new string('x', 58),
        Line.Command => "/listar",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
