namespace ActorChat.Tests.Server.BadInput;

/// <summary>However the network cuts what a line client sends, the same things happen.</summary>
public class FragmentTests
{
    private const string Session = "ána\r\nhola €\n#beto \U0001f600 tú\n/listar\n//x\n\n/otra\r\n/salir\n";

    private const string Answers =
        """
        Nickname: Bienvenido, ána. Usuarios conectados: 2. Escribe /ayuda para ver los comandos.
        [privado a beto] 😀 tú
        Usuarios conectados (2): ána, beto
        Comando desconocido: /otra. Escribe /ayuda para ver los comandos.
        Hasta luego, ána.

        """;

    private static readonly string[] SeenByBeto =
        ["* ána se ha conectado", "ána: hola €", "[privado] ána: 😀 tú", "ána: /x", "* ána se ha desconectado"];

    [Fact]
    public async Task A_session_means_the_same_at_whatever_byte_it_is_cut_in_two_and_byte_by_byte()
    {
        await using var party = await Party.OfAsync(settings => settings.WithLongQuietPeriod(), "beto");
        var session = Encoding.UTF8.GetBytes(Session);
        for (var cut = 0; cut <= session.Length; cut++)
            await PlayAsync(party, [session[..cut], session[cut..]]);
        await PlayAsync(party, session.Chunk(1));
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Any_messages_in_any_pieces_are_seen_whole_and_in_order()
    {
        await using var party = await Party.OfAsync(settings => settings.WithLongQuietPeriod(), "ana", "beto");
        var text = Gen.Elements("a", "é", "e\u0301", "語", "😀", " x", "'", "\"", "{0}").NonEmptyListOf().Resize(12).Select(pieces => "·" + string.Concat(pieces));
        var lines = text.Zip(Gen.Elements("\n", "\r\n")).NonEmptyListOf().Resize(12);
        var cuts = Gen.Choose(1, 30).NonEmptyListOf();
        foreach (var (session, sizes) in lines.Zip(cuts).Sample(60))
        {
            await SendInPiecesAsync(party["ana"], Encoding.UTF8.GetBytes(string.Concat(session.Select(line => line.Item1 + line.Item2))), sizes);
            Assert.Equal(session.Select(line => "ana: " + line.Item1), await party["beto"].ReadLinesAsync(session.Count));
        }

        await party.EndQuietlyAsync();
    }

    // The question to the server between two pieces lets it read the first before the second is sent.
    private static async Task PlayAsync(Party party, IEnumerable<byte[]> pieces)
    {
        await using var ana = await WireClient.ConnectAsync(party.Server.Chat);
        var seen = new List<string>();
        foreach (var piece in pieces)
        {
            await ana.SendAsync(piece);
            seen.AddRange(await party["beto"].ReadAllSoFarAsync());
        }

        Assert.Equal(Answers, await ana.ReadToEndAsync());
        seen.AddRange(await party["beto"].ReadLinesAsync(SeenByBeto.Length - seen.Count));
        Assert.Equal(SeenByBeto, seen);
    }

    private static async Task SendInPiecesAsync(WireClient client, byte[] bytes, List<int> sizes)
    {
        var at = 0;
        for (var piece = 0; at < bytes.Length; piece++)
        {
            var end = Math.Min(bytes.Length, at + sizes[piece % sizes.Count]);
            await client.SendAsync(bytes.AsMemory(at..end));
            at = end;
        }
    }
}
