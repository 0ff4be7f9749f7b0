namespace ActorChat.Tests.Configuration.Hocon;

/// <summary>What is refused before Akka's parser sees it, with its place.</summary>
public sealed class HoconCheckerTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("actorchat {\n  chat { port = 1 }\n", 1, 11, "no se cierra: añade '}'")]
    [InlineData("akka.x = [1,\n 2", 1, 10, "no se cierra: añade ']'")]
    [InlineData("akka.x = [1, }", 1, 10, "no se cierra: añade ']'")]
    [InlineData("akka { x = 1 }\n}\nakka.y = 2", 2, 1, "sobra '}'")]
    [InlineData("akka { x = 1 ]", 1, 14, "sobra ']'")]
    [InlineData("{ akka.x = 1 }\nakka.y = 2", 2, 1, "no puede haber nada más")]
    [InlineData("akka.x = \"a\nakka.y = \"b\"", 1, 10, "las comillas")]
    [InlineData("akka.x = \"\"\"a\n\"", 1, 10, "las tres comillas")]
    [InlineData("akka.x = \"\"\"a\"\"\"\"", 1, 17, "sobran comillas")]
    [InlineData("akka.x = \"a\\x\"", 1, 12, "la barra invertida")]
    [InlineData("akka.x = \"\\u12\"", 1, 11, "la barra invertida")]
    [InlineData("akka.x = ${?HOME}", 1, 10, "${? no está permitido")]
    [InlineData("akka.loggers += x", 1, 14, "+= no está permitido")]
    [InlineData("akka.loggers+=[x]", 1, 13, "+= no está permitido")]
    [InlineData("akka.x = 1\nakka.y = ${akka.x.z}", 2, 10, "ningún archivo ni --set da un valor a 'akka.x.z'")]
    [InlineData("akka.x = ${ akka.y }", 1, 10, "una referencia se escribe ${actorchat.chat.host}")]
    [InlineData("akka.x = ${\"akka\".y}", 1, 10, "una referencia se escribe")]
    [InlineData("akka.x = ${akka.x}", 1, 10, "'akka.x' acaba haciendo referencia a sí mismo")]
    [InlineData("akka.x = ${akka.x} more", 1, 10, "'akka.x' acaba haciendo referencia a sí mismo")]
    [InlineData("a { b { c = ${a} } }", 1, 13, "'a' acaba haciendo referencia a sí mismo")]
    [InlineData("a = [1, ${b}]\nb { c = ${a} }", 2, 9, "'a' acaba haciendo referencia a sí mismo")]
    [InlineData("actorchat.storage.dispatcher = []", 1, 1, "no puede ser una sección y en otro sitio una lista")]
    [InlineData("a = [{ b = [${a}] }]", 1, 13, "'a' acaba haciendo referencia a sí mismo")]
    [InlineData("a = [{ b { c = ${d} } }]", 1, 16, "ningún archivo ni --set da un valor a 'd'")]
    [InlineData("a = {}\nb = \"x\"${a}", 2, 8, "solo se pueden unir textos")]
    [InlineData("a = { b = 1 } 2", 1, 15, "no se esperaba '2'")]
    [InlineData("a = { b = 1 } { c = 2 }", 1, 15, "solo se pueden unir textos")]
    [InlineData("a = 1 { c = 2 }", 1, 7, "solo se pueden unir textos")]
    [InlineData("a = 1 [2]", 1, 7, "solo se pueden unir textos")]
    [InlineData("a { b = 1 }\na = [2]", 2, 1, "'a' no puede ser una sección y en otro sitio una lista")]
    [InlineData("b {}\na = ${b}\na { c = 1 }", 3, 1, "'a' no puede ser una sección y en otro sitio una lista")]
    [InlineData("a = 1\n, b = 2", 2, 1, "sobra la coma")]
    [InlineData("a = 1,, b = 2", 1, 7, "sobra la coma")]
    [InlineData("a = [1,, 2]", 1, 8, "sobra la coma")]
    [InlineData("a = [, 1]", 1, 6, "sobra la coma")]
    [InlineData("a = [1\n, 2]", 2, 1, "sobra la coma")]
    [InlineData("a =\nb = 1", 1, 1, "'a' no tiene valor")]
    [InlineData("a = # nothing", 1, 1, "'a' no tiene valor")]
    [InlineData("a\nb = 1", 1, 1, "'a' no tiene valor")]
    [InlineData("a b = 1", 1, 1, "'a' no tiene valor")]
    [InlineData("a = 1 b = 2", 1, 9, "no se esperaba '='")]
    [InlineData("a = http://x", 1, 9, "no se esperaba ':'")]
    [InlineData("a = #fff", 1, 1, "'a' no tiene valor")]
    [InlineData("a = /tmp//x.db", 1, 9, "aquí empezaría un comentario")]
    [InlineData("a = x#1", 1, 6, "aquí empezaría un comentario")]
    [InlineData("a = \" x\"", 1, 5, "los espacios")]
    [InlineData("a = 1\u00a02", 1, 6, "no se esperaba 'U+00A0'")]
    [InlineData("a = 1\uFEFF", 1, 6, "no se esperaba 'U+FEFF'")]
    [InlineData("a = 1\n\0", 2, 1, "el carácter de control U+0000")]
    [InlineData("# a comment\ra = 1", 1, 12, "el carácter de control U+000D")]
    [InlineData("\"\" = 1", 1, 1, "una clave entre comillas")]
    [InlineData("\"a\\\"b\" = 1", 1, 1, "una clave entre comillas")]
    [InlineData("include file(\"x\")", 1, 1, "include va seguido")]
    [InlineData("include x", 1, 1, "include va seguido")]
    [InlineData("a.include \"x\"", 1, 1, "'include' no tiene valor")]
    public void A_text_that_would_crash_the_parser_or_be_misread_is_refused_at_its_place(string text, int line, int column, string why)
    {
        var file = _folder.Write("a.hocon", text);

        var refusal = Loading.Refusal([file], []);
        Assert.StartsWith($"[ERROR] {file}, línea {line}, columna {column}: ", refusal, StringComparison.Ordinal);
        Assert.Contains(why, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a { x { v = 1 }, y = 2 }", "a.x.v=1 a.y=2")]
    [InlineData("{\"a\": {\"b\": 1}, \"c\": \"d\"}\n# the end", "a.b=1 c=d")]
    [InlineData("\uFEFFa = 1\r\nb : 2,\r\n", "a=1 b=2")]
    [InlineData("a.\"b.c\" = 1 // one", "a.\"b.c\"=1")]
    [InlineData("a {\n}\na\n{ b = 1 }\na.c =\n{\n d = 2 }", "a.b=1 a.c.d=2")]
    [InlineData("a = \"x # y\" # z", "a=x # y")]
    [InlineData("a = \"{\" b \"\\u007d\"", "a={ b }")]
    [InlineData("a = \"\"\"{\n\"#\"\"\"\nb = 1", "b=1")]
    [InlineData("a = x${b}y ${b}\nb = 1", "a=x1y 1 b=1")]
    [InlineData("a = 1\na { b = 2 }\na = 3", "a=3")]
    [InlineData("a { b = 1 }\na = 2\na.c = 3", "a.c=3")]
    [InlineData("a = ${b}\na = 2\nb { c = 3 }", "a=2 b.c=3")]
    [InlineData("a = ${b}\nb { c = 3 }", "a.c=3")]
    [InlineData("include = 1\ninclude.x = 2", "include.x=2")]
    public void What_HOCON_allows_and_the_parser_can_read_is_read(string text, string values)
    {
        var config = Loading.Loaded([_folder.Write("a.hocon", text)], []).Config;

        foreach (var expected in values.Split(' ').Aggregate(new List<string>(), Join))
        {
            var sign = expected.IndexOf('=', StringComparison.Ordinal);
            Assert.Equal(expected[(sign + 1)..], config.GetString(expected[..sign], null));
        }
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("[ ]", "")]
    [InlineData("[ # nothing\n]", "")]
    [InlineData("[1, 2,]", "1|2")]
    [InlineData("[1\n 2 # two\n 3 ]", "1|2|3")]
    [InlineData("[a b, \"c, d\"]", "a b|c, d")]
    public void A_list_has_the_elements_that_one_sees(string list, string elements) => Assert.Equal(
        elements.Split('|', StringSplitOptions.RemoveEmptyEntries), Loading.Loaded([_folder.Write("a.hocon", $"akka.x = {list}")], []).Config.GetStringList("akka.x"));

    [Fact]
    public void A_circle_through_several_files_and_sets_is_refused()
    {
        var first = _folder.Write("1.hocon", "akka.x = ${akka.y}\nakka.y = 1");
        var second = _folder.Write("2.hocon", "akka.y = ${akka.z}\nakka.z = 1");

        Assert.Contains("acaba haciendo referencia a sí mismo", Loading.Refusal([first, second], ["akka={ z = ${akka.x} }"]), StringComparison.Ordinal);
        Assert.Equal("2", Loading.Loaded([first, second], ["akka.z=2"]).Config.GetString("akka.x", null));
    }

    [Fact]
    public void What_would_use_up_the_stack_or_the_memory_is_refused()
    {
        Assert.Contains("una dentro de otra", Refusal(string.Concat(Enumerable.Repeat("a {", 100_000))), StringComparison.Ordinal);
        Assert.Contains("una dentro de otra", Refusal($"a = {new string('[', 100_000)}"), StringComparison.Ordinal);
        Assert.Contains("una dentro de otra", Refusal($"{string.Join('.', Enumerable.Repeat('a', 100_000))} = 1"), StringComparison.Ordinal);
        Assert.Contains("demasiadas", Refusal(Chain(10_000, i => $"a{i} = ${{a{i + 1}}}")), StringComparison.Ordinal);
        Assert.Contains("demasiadas", Refusal(Chain(40, i => $"a{i} = ${{a{i + 1}}}${{a{i + 1}}}")), StringComparison.Ordinal);
        Assert.Contains("más de 1 MiB", Refusal(new string(' ', (1 << 20) + 1)), StringComparison.Ordinal);

        string Refusal(string text) => Loading.Refusal([_folder.Write("a.hocon", text)], []);
        static string Chain(int length, Func<int, string> link) => $"{string.Join('\n', Enumerable.Range(0, length).Select(link))}\na{length} = 1";
    }

    [Fact]
    public void A_mistake_in_a_set_is_shown_with_it_but_not_with_a_password()
    {
        Assert.StartsWith("[ERROR] --set akka.x=[1, línea 1, columna 8: ", Loading.Refusal("akka.x=[1"), StringComparison.Ordinal);
        Assert.StartsWith("[ERROR] --set akka.password=***, línea 1, columna 15: ", Loading.Refusal("akka.password=\"secreta"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_value_of_a_file_is_told_with_its_place()
    {
        var file = _folder.Write("a.hocon", "actorchat {\n  chat.port = x\n}");

        Assert.StartsWith($"[ERROR] {file}, línea 2, columna 3: Valor no válido para actorchat.chat.port: 'x'.", Loading.Refusal([file], []), StringComparison.Ordinal);
    }

    // A value may have blanks in it: what has no key belongs to the value before.
    private static List<string> Join(List<string> pairs, string part)
    {
        if (part.Contains('=', StringComparison.Ordinal))
            pairs.Add(part);
        else
            pairs[^1] += $" {part}";
        return pairs;
    }
}
