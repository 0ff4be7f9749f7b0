using System.Collections;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using ActorChat.Server.Resources;

namespace ActorChat.Tests.Resources;

public sealed partial class TextsTests
{
    private static readonly Texts Es = Texts.For(Language.Spanish);
    private static readonly Texts En = Texts.For(Language.English);

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_placeholders()
    {
        var spanish = Load(CultureInfo.InvariantCulture);
        var english = Load(CultureInfo.GetCultureInfo("en"));

        Assert.Equal(spanish.Keys, english.Keys);
        Assert.All(spanish, text => Assert.Equal(Placeholders(text.Value), Placeholders(english[text.Key])));
    }

    [Fact]
    public void Every_text_is_one_line_of_something() =>
        Assert.All([.. Load(CultureInfo.InvariantCulture), .. Load(CultureInfo.GetCultureInfo("en"))], text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key);
            Assert.DoesNotContain(text.Value, char.IsControl);
            Assert.True(text.Key is nameof(Texts.NicknamePrompt) or nameof(Texts.PasswordPrompt) || text.Value == text.Value.Trim(), text.Key);
        });

    [Fact]
    public void Every_text_is_a_member_and_every_member_a_text() =>
        Assert.Equal(
            Load(CultureInfo.InvariantCulture).Keys.Where(key => !key.StartsWith("Help", StringComparison.Ordinal)),
            Members().Select(member => member.Name).Where(name => name is not (nameof(Texts.Help) or nameof(Texts.Language))).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public void Every_member_gives_one_line_with_all_its_arguments_in_it(string code)
    {
        Assert.True(Languages.TryParse(code, out var language));
        var texts = Texts.For(language);

        Assert.All(Members().OfType<MethodInfo>(), method =>
        {
            object[] arguments = [.. method.GetParameters().Select(parameter => Argument(parameter))];
            var line = Assert.IsType<string>(method.Invoke(texts, arguments));

            Assert.DoesNotMatch(Placeholder(), line);
            line = ThousandsSeparator().Replace(line, "");
            Assert.All(arguments, argument => Assert.Contains(Shown(argument), line, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void One_thing_is_spoken_of_in_the_singular() => Assert.All([Es, En], texts => Assert.All(
        Members().OfType<MethodInfo>().Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(int) || parameter.ParameterType == typeof(long))),
        method => Assert.DoesNotMatch(
            @"\b1 (?!de\b)\w*(os|es|as|users|ons|ors|mpts|times|bytes)\b", (string)method.Invoke(texts, [.. method.GetParameters().Select(p => Argument(p, 1))])!)));

    [Fact]
    public void A_number_chooses_its_word()
    {
        Assert.Equal("No se pudo guardar 1 mensaje: x. Se ha avisado a su autor; el servidor sigue atendiendo.", Es.BatchNotStored(1, "x"));
        Assert.Equal("No se pudieron guardar 2 mensajes: x. Se ha avisado a sus autores; el servidor sigue atendiendo.", Es.BatchNotStored(2, "x"));
        Assert.Equal("1 message could not be stored: x. Its author has been told; the server goes on.", En.BatchNotStored(1, "x"));
        Assert.Equal("* 1 usuario se ha desconectado", Es.HaveDisconnected(1));
        Assert.Equal("0 conexiones no han respondido a tiempo.", Es.SilentConnections(0));
        Assert.Equal("1 connection did not answer in time.", En.SilentConnections(1));
    }

    [Fact]
    public void The_console_lines_are_the_documented_ones()
    {
        Assert.Equal("[OK] Servidor escuchando en 127.0.0.1:1234 (chat)", Es.Listening("127.0.0.1:1234", Es.ChatPort));
        Assert.Equal("[OK] Servidor escuchando en 127.0.0.1:5000 (confirmación)", Es.Listening("127.0.0.1:5000", Es.ConfirmationPort));
        Assert.Equal("[OK] Server listening on 127.0.0.1:5000 (confirmation)", En.Listening("127.0.0.1:5000", En.ConfirmationPort));
        Assert.Equal("[INFO] Servidor detenido.", Es.Stopped);
        Assert.Equal("[INFO] Server stopped.", En.Stopped);
        Assert.Equal("[ERROR] algo falló", Es.Error("algo falló"));
    }

    [Fact]
    public void What_the_system_says_is_put_on_one_line_without_a_second_full_stop()
    {
        var line = Es.Error(Es.DatabaseError("/tmp/a\nb.db", "disk I/O error.\r\n"));

        Assert.StartsWith("[ERROR] No se puede usar la base de datos '/tmp/a b.db': disk I/O error. Corrígelo", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void A_connection_without_a_nickname_has_a_story_too() => Assert.Equal(
        "Fin de la conexión de 127.0.0.1:40312: nickname ninguno, mensajes 0, bytes 12, motivo: el cliente cerró la conexión",
        Es.ConnectionEnded("127.0.0.1:40312", null, 0, 12, Es.EndedByPeer));

    [Theory]
    [InlineData("es", nameof(Language.Spanish))]
    [InlineData("ES", nameof(Language.Spanish))]
    [InlineData("en", nameof(Language.English))]
    [InlineData("En", nameof(Language.English))]
    [InlineData("", null)]
    [InlineData("fr", null)]
    [InlineData(null, null)]
    [InlineData("Spanish", null)]
    public void A_language_is_known_by_its_code(string? code, string? expected) =>
        Assert.Equal(expected, Languages.TryParse(code, out var language) ? $"{language}" : null);

    // A number may also choose its word, and stand more than once in one language: {0} {0:usuario|usuarios}.
    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<=\d)[.,](?=\d{3})")]
    private static partial Regex ThousandsSeparator();

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups["number"].Value).Distinct().Order(StringComparer.Ordinal);

    private static SortedDictionary<string, string> Load(CultureInfo culture)
    {
        using var set = new ResourceManager(typeof(Texts)).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        Assert.NotNull(set);
        return new SortedDictionary<string, string>(
            set.Cast<DictionaryEntry>().ToDictionary(text => (string)text.Key, text => (string)text.Value!), StringComparer.Ordinal);
    }

    private static IEnumerable<MemberInfo> Members()
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return typeof(Texts).GetProperties(Declared).Cast<MemberInfo>()
            .Concat(typeof(Texts).GetMethods(Declared).Where(method => !method.IsSpecialName));
    }

    private static object Argument(ParameterInfo parameter) => Argument(parameter, 1000 + parameter.Position);

    private static object Argument(ParameterInfo parameter, int number) => parameter.ParameterType switch
    {
        var type when type == typeof(int) => number,
        var type when type == typeof(long) => (long)number,
        var type when type == typeof(DateTime) => new DateTime(2025, 9, 7, 12, 0, 0, DateTimeKind.Local),
        var type when type == typeof(IEnumerable<string>) => new[] { "uno", "dos" },
        _ => $"<{parameter.Name}>",
    };

    private static string Shown(object argument) => argument switch
    {
        DateTime => "2025-09-07T12:00:00",
        string[] values => string.Join(", ", values),
        _ => Convert.ToString(argument, CultureInfo.InvariantCulture)!,
    };
}
