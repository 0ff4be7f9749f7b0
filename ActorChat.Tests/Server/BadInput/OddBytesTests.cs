namespace ActorChat.Tests.Server.BadInput;

public class OddBytesTests
{
    private const string TooLong =
        "Error: el mensaje supera el máximo de 1024 bytes y se ha descartado; divídelo en partes más cortas.";

    private const string InvalidUtf8 =
        "Error: el mensaje no es texto UTF-8 válido y se ha descartado; configura tu cliente para que envíe UTF-8.";

    [Fact]
    public async Task Control_characters_are_removed_from_what_others_see_and_from_what_is_stored()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendAsync("\u001b[31mro\0jo\u009b0m\u0085\u007f\tfin\r\n#beto \u001b]0;título\u0007x\n#nadie\u001b hola\n");

        await party["beto"].ExpectLineAsync("ana: [31mrojo0mfin");
        await party["beto"].ExpectLineAsync("[privado] ana: ]0;títulox");
        await party["ana"].ExpectLineAsync("[privado a beto] ]0;títulox");
        await party["ana"].ExpectLineAsync("El usuario 'nadie' no está conectado.");
        await party.EndQuietlyAsync();
        Assert.Equal("[31mrojo0mfin", Assert.Single(party.Server.Database.Messages()).Content);
    }

    [Fact]
    public async Task A_carriage_return_within_a_line_does_not_hide_who_speaks()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendAsync("x\rbeto: mentira\r\r\n");
        await party["beto"].ExpectLineAsync("ana: x");
        await party["beto"].ExpectLineAsync("ana: beto: mentira");
        await party.EndQuietlyAsync();
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { (byte)'h', (byte)'o', 0xF0, 0x9F, 0x98 })]
    public async Task What_is_no_UTF8_is_one_error_and_the_next_line_works(byte[] line)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendAsync((byte[])[.. line, .. "\nhola\n"u8]);

        await party["ana"].ExpectLineAsync(InvalidUtf8);
        await party["beto"].ExpectLineAsync("ana: hola");
        Assert.Empty(await party["ana"].ReadAllSoFarAsync());
        await party.EndQuietlyAsync();
        Assert.Single(party.Server.Database.Messages());
    }

    [Theory]
    [InlineData(1025)]
    [InlineData(10 * 1024 * 1024)]
    public async Task An_overlong_line_is_one_error_and_the_next_line_works(int length)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendAsync(Encoding.UTF8.GetBytes(new string('x', length)));
        await party["ana"].ExpectLineAsync(TooLong);
        await party["ana"].SendAsync("todavía\nhola\n");

        await party["beto"].ExpectLineAsync("ana: hola");
        Assert.Empty(await party["ana"].ReadAllSoFarAsync());
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task The_longest_line_passes_whole()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        var longest = string.Concat(Enumerable.Repeat("\U0001f600", 256));
        await party["ana"].SendAsync(longest + "\r\n");
        await party["beto"].ExpectLineAsync("ana: " + longest);
    }

    [Fact]
    public async Task Odd_bytes_instead_of_a_nickname_are_refused_nicknames()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithLongQuietPeriod());
        await using var client = await WireClient.ConnectAsync(server.Chat);
        await client.SendAsync((byte[])[0xFF, (byte)'\n', .. Encoding.UTF8.GetBytes(new string('x', 5000)), (byte)'\n']);
        await client.SendAsync("an\0a\n\0ana\0\n");

        Assert.Equal($"Nickname: {InvalidUtf8}", await client.ReadLineAsync());
        Assert.Equal($"Nickname: {TooLong}", await client.ReadLineAsync());
        Assert.StartsWith("Nickname: Nickname no válido", await client.ReadLineAsync(), StringComparison.Ordinal);
        await client.ExpectAsync("Nickname: Bienvenido, ana. Usuarios conectados: 1.");
        await server.StopQuietlyAsync();
    }
}
