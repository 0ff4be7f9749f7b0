using ActorChat.Server.Configuration;

namespace ActorChat.Tests.Configuration;

/// <summary>Where the password of the users' database comes from.</summary>
public sealed class PasswordTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("secreta", "secreta")]
    [InlineData("secreta\n", "secreta")]
    [InlineData("secreta\r\n", "secreta")]
    [InlineData(" con espacios \n\n", " con espacios \n")]
    public void A_file_holds_it_with_or_without_a_line_end(string content, string password) =>
        Assert.Equal(password, Load(null, _folder.Write("password", content)).Password);

    [Fact]
    public void The_environment_is_stronger_than_the_file_and_the_file_than_the_key_and_the_one_that_gave_it_is_known()
    {
        var file = _folder.Write("password", "del-archivo");

        Assert.Equal(("del-entorno", "ACTORCHAT_MYSQL_PASSWORD"), Load("del-entorno", file));
        Assert.Equal(("del-entorno", "ACTORCHAT_MYSQL_PASSWORD"), Load("del-entorno", _folder["no-hay"]));
        Assert.Equal(("del-archivo", $"actorchat.storage.mysql.password-file ('{file}')"), Load("", file));
        Assert.Equal(("de-la-clave", "actorchat.storage.mysql.password"), Load(null, ""));
        Assert.Equal(("", null), Load(null, "", key: ""));
    }

    [Theory]
    [InlineData(null, "no-hay")]
    [InlineData("", "no contiene una contraseña")]
    [InlineData("\n", "no contiene una contraseña")]
    [InlineData("a\0b", "no contiene una contraseña")]
    public void A_file_that_is_of_no_use_is_refused_with_its_key_and_path(string? content, string why)
    {
        var file = content is null ? _folder["no-hay"] : _folder.Write("password", content);

        var refusal = Loading.Refusal("actorchat.storage.users=mysql", $"actorchat.storage.mysql.password-file={file}");

        Assert.StartsWith($"[ERROR] No se puede usar el archivo de actorchat.storage.mysql.password-file, '{file}': ", refusal, StringComparison.Ordinal);
        Assert.Contains(why, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_not_looked_for_where_nobody_needs_it() =>
        Assert.Null(Loading.Settings($"actorchat.storage.mysql.password-file={_folder["no-hay"]}").Storage.Users);

    private static (string Password, string? From) Load(string? variable, string file, string key = "de-la-clave")
    {
        string[] sets = ["actorchat.storage.users=mysql", $"actorchat.storage.mysql.password={key}", $"actorchat.storage.mysql.password-file={file}"];
        var result = SettingsLoader.Load([], sets, null, name => name == "ACTORCHAT_MYSQL_PASSWORD" ? variable : null);
        var settings = Assert.IsType<SettingsResult.Loaded>(result).Settings.Storage.Users!;
        return (settings.Password, settings.PasswordFrom);
    }
}
