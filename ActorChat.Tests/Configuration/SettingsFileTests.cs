namespace ActorChat.Tests.Configuration;

/// <summary>Files that include others, and files that cannot be read.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_include_is_relative_to_the_file_it_stands_in()
    {
        _folder.Write("parts/ports.hocon", "include \"deeper/hosts.hocon\"\nactorchat.chat.port = 4000");
        _folder.Write("parts/deeper/hosts.hocon", "actorchat.chat.host = localhost");
        var first = _folder.Write("a.hocon", "include \"parts/ports.hocon\"");
        _folder.Write("other/ports.hocon", "actorchat.confirmation.port = 5001");
        var second = _folder.Write("other/b.hocon", "include \"ports.hocon\"");

        var settings = Loading.Loaded([first, second], []).Settings;

        Assert.Equal(("localhost", 4000, 5001), (settings.Chat.Hosts.Single(), settings.Chat.Port, settings.Confirmation.Port));
    }

    [Fact]
    public void What_follows_an_include_wins_over_it()
    {
        _folder.Write("part.hocon", "actorchat.chat.port = 4000");
        var file = _folder.Write("a.hocon", "include \"part.hocon\"\nactorchat.chat.port = 4001");

        Assert.Equal(4001, Loading.Loaded([file], []).Settings.Chat.Port);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains($"No existe el archivo de configuración '{_folder["no.hocon"]}'", Loading.Refusal([_folder["no.hocon"]], []), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_no_file_can_have_is_a_missing_file()
    {
        Assert.Contains("No existe", Loading.Refusal([""], []), StringComparison.Ordinal);
        Assert.Contains("No existe", Loading.Refusal(["a\0b"], []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_include_is_named_with_the_file_that_wants_it()
    {
        var file = _folder.Write("a.hocon", "include \"no.hocon\"");

        var complaint = Loading.Refusal([file], []);

        Assert.Contains(file, complaint, StringComparison.Ordinal);
        Assert.Contains(_folder["no.hocon"], complaint, StringComparison.Ordinal);
        Assert.Contains("corrige su ruta", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_include_that_leads_back_is_refused()
    {
        var file = _folder.Write("a.hocon", "include \"b.hocon\"");
        _folder.Write("b.hocon", "include \"./a.hocon\"");

        Assert.Matches("vuelve a incluirse a sí mismo.*: quita este include", Loading.Refusal([file], []));
    }

    [Fact]
    public void An_include_of_an_impossible_name_is_refused()
    {
        var file = _folder.Write("a.hocon", "include \"\\u0000\"");

        Assert.Contains(file, Loading.Refusal([file], []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_file() => Assert.Contains($"'{_folder["."]}': es una carpeta.", Loading.Refusal([_folder["."]], []), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_UTF_8_is_refused()
    {
        File.WriteAllBytes(_folder["latin.hocon"], Encoding.Latin1.GetBytes("actorchat.storage.sqlite.path = año.db"));

        Assert.Contains("no es texto UTF-8", Loading.Refusal([_folder["latin.hocon"]], []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_an_included_file_is_told_with_the_name_of_that_file()
    {
        _folder.Write("bad.hocon", "actorchat.chat.port =");
        var file = _folder.Write("a.hocon", "include \"bad.hocon\"");

        Assert.StartsWith($"[ERROR] {_folder["bad.hocon"]}, línea 1, columna 1: 'port' no tiene valor", Loading.Refusal([file], []), StringComparison.Ordinal);
    }

    [Fact]
    public void The_complaint_is_in_the_language_asked_for_where_that_can_be_known()
    {
        var english = _folder.Write("en.hocon", "actorchat.language = en");
        var broken = _folder.Write("broken.hocon", "}");

        Assert.Contains("sobra '}'", Loading.Refusal([broken], []), StringComparison.Ordinal);
        Assert.Contains("'}' closes nothing", Loading.Refusal([english, broken], []), StringComparison.Ordinal);
        Assert.Contains("'}' closes nothing", Loading.Refusal([broken], ["actorchat.language=en"]), StringComparison.Ordinal);
        Assert.Contains("sobra '}'", Loading.Refusal([english, broken], ["actorchat.language=es"]), StringComparison.Ordinal);
    }
}
