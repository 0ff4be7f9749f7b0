using System.Security.Authentication;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;
using Microsoft.Data.Sqlite;

namespace ActorChat.Tests.Errors;

/// <summary>What the system says in English is told in the operator's language.</summary>
public sealed class SystemErrorsTests
{
    private static readonly Texts Es = Texts.For(Language.Spanish);
    private static readonly Texts En = Texts.For(Language.English);

    [Theory]
    [InlineData(1, "no hay permiso")]
    [InlineData(2, "no existe")]
    [InlineData(5, "el disco ha dado un error")]
    [InlineData(6, "al otro lado no hay ningún programa ni dispositivo")]
    [InlineData(13, "no hay permiso")]
    [InlineData(17, "ya existe")]
    [InlineData(21, "es una carpeta")]
    [InlineData(24, "hay demasiados archivos y conexiones abiertos")]
    [InlineData(27, "el archivo no puede crecer más")]
    [InlineData(28, "no queda sitio en el disco")]
    [InlineData(30, "el disco es de solo lectura")]
    [InlineData(32, "nadie lee al otro lado")]
    [InlineData(122, "se ha agotado la cuota de disco")]
    [InlineData(95, "error 95 del sistema")]
    [InlineData(unchecked((int)0x80070020), "lo usa otro programa")]
    [InlineData(unchecked((int)0x80070070), "no queda sitio en el disco")]
    [InlineData(unchecked((int)0x8007007F), "error 127 del sistema")]
    public void An_error_of_a_file_is_told_by_its_number(int number, string words) =>
        Assert.Equal(words, SystemErrors.Describe(new IOException("words of the system", number), Es));

    [Theory]
    [InlineData(SocketError.ConnectionRefused, "nadie atiende ahí (conexión rechazada)")]
    [InlineData(SocketError.ConnectionReset, "el otro extremo interrumpió la comunicación")]
    [InlineData(SocketError.TimedOut, "no hubo respuesta a tiempo")]
    [InlineData(SocketError.HostNotFound, "no se encuentra ningún equipo con ese nombre")]
    [InlineData(SocketError.HostUnreachable, "no hay camino hasta ese equipo")]
    [InlineData(SocketError.AddressNotAvailable, "esa dirección no es de este equipo")]
    [InlineData(SocketError.AccessDenied, "no hay permiso; los puertos por debajo de 1024 suelen pedirlo")]
    [InlineData(SocketError.MessageSize, "error de red MessageSize")]
    public void An_error_of_the_network_is_told_by_its_code(SocketError error, string words)
    {
        Assert.Equal(words, SystemErrors.Describe(new SocketException((int)error), Es));
        Assert.Equal(words, SystemErrors.DescribeSocket(new SocketException((int)error).Message, Es));
    }

    [Theory]
    [InlineData(5, 5, "otro programa tiene bloqueada la base de datos")]
    [InlineData(13, 13, "no queda sitio en el disco")]
    [InlineData(10, 778, "el disco ha dado un error (SQLite 778)")]
    [InlineData(11, 11, "la base de datos está dañada")]
    [InlineData(1, 1, "error 1 de SQLite, «no such table: mensajes»")]
    [InlineData(21, 21, "error 21 de SQLite")]
    public void An_error_of_SQLite_is_told_by_its_code(int code, int extended, string words) => Assert.Equal(
        words, SystemErrors.Describe(new SqliteException($"SQLite Error {code}: 'no such table: mensajes'.", code, extended), Es));

    [Fact]
    public void The_cause_at_the_bottom_tells_more_than_what_was_made_of_it()
    {
        var full = new IOException("No space left on device", 28);

        Assert.Equal("no queda sitio en el disco", SystemErrors.Describe(new InvalidOperationException("It failed.", new IOException("Failed.", full)), Es));
        Assert.Equal("there is no room left on the disk", SystemErrors.Describe(full, En));
    }

    [Fact]
    public void A_failure_without_a_number_is_told_by_its_kind_and_not_by_its_words()
    {
        Assert.Equal("fallo interno (InvalidOperationException)", SystemErrors.Describe(new InvalidOperationException("Sequence contains no elements"), Es));
        Assert.Equal("fallo interno (IOException)", SystemErrors.Describe(new IOException("Something odd."), Es));
        Assert.Equal("fallo interno (ArgumentException)", SystemErrors.Describe(new ArgumentException("Wrong.", "value"), Es));
    }

    [Fact]
    public void What_the_system_really_throws_is_told_without_its_words()
    {
        var missing = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "x");
        Exception[] failures =
        [
            Record.Exception(() => File.ReadAllBytes(missing))!,
            Record.Exception(() => File.ReadAllBytes(Path.GetTempPath()))!,
            Record.Exception(() => File.ReadAllBytes("a\0b"))!,
            Record.Exception(() => Path.GetFullPath(""))!,
            Record.Exception(() => File.ReadAllBytes(new string('x', 300)))!,
            Record.Exception(() => Dns.GetHostAddresses("no-such-host.invalid"))!,
            new AuthenticationException("The remote certificate was rejected."),
            new TimeoutException("The operation has timed out."),
        ];

        Assert.All(failures, failure => Assert.All([Es, En], texts =>
        {
            var words = SystemErrors.Describe(failure, texts);
            Assert.DoesNotContain(failure.Message.Split('.')[0], words, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", words, StringComparison.Ordinal);
        }));
    }

    [Fact]
    public void The_two_languages_share_no_words_but_those_in_quotes()
    {
        Exception[] failures =
        [
            .. Enumerable.Range(1, 133).Select(number => new IOException("x", number)),
            .. Enum.GetValues<SocketError>().Select(error => new SocketException((int)error)),
            .. Enumerable.Range(1, 26).Select(code => new SqliteException("SQLite Error", code)),
        ];

        Assert.All(failures, failure => Assert.NotEqual(SystemErrors.Describe(failure, Es), SystemErrors.Describe(failure, En)));
    }
}
