using ActorChat.Server.Chat.Accounts.Passwords;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Lifecycle;
using ActorChat.Tests.Protocol.Names;
using ActorChat.Tests.Storage;

namespace ActorChat.Tests.Server.Accounts;

public sealed class RegisteringTests
{
    private const string Prompt = "Nickname: ";
    private const string Displaced = "Se cierra la conexión: el dueño de tu nickname ha entrado con su clave.";

    [Fact]
    public async Task A_registered_nickname_is_its_owners_in_any_spelling_and_asks_for_the_password()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].RegisterAsync("secreta");
        await party["ana"].AskAsync("/identificar secreta", "El nickname 'ana' es tuyo, y estás identificado.");
        await party["ana"].AskAsync("/registrar otra-clave", "El nickname 'ana' ya está registrado.");
        await party["ana"].SendLineAsync("/salir");
        await party.ExpectGoneAsync("ana");

        await using var other = await party.Server.KnockAsync();
        await other.TryAsync("ＡＮＡ", "Clave: ");
        await other.TryAsync("no-es-esta", "La clave de 'ＡＮＡ' no es esa.\nClave: ");
        await other.TryAsync("", Prompt);
        await other.TryAsync("аna", "El nickname 'аna' ya está en uso. Elige otro.\n" + Prompt);
        await other.TryAsync("Ana", "Clave: ");
        await other.AskAsync("secreta", "Bienvenido, Ana. Usuarios conectados: 2. Escribe /ayuda para ver los comandos.");
        await party["beto"].ExpectLineAsync("* Ana se ha conectado");
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task A_client_without_line_ends_registers_and_comes_back_too()
    {
        await using var server = await TestServer.StartAsync();
        await using (var first = await server.KnockAsync())
        {
            await first.SendAsync("/registrar ana secreta");
            Assert.StartsWith("Bienvenido, ana.", await first.ReadLineAsync(), StringComparison.Ordinal);
        }

        await using var again = await server.KnockAsync();
        await again.SendAsync("ana");
        await again.ExpectAsync("Clave: ");
        await again.SendAsync("secreta");
        Assert.StartsWith("Bienvenido, ana.", await again.ReadLineAsync(), StringComparison.Ordinal);
        await again.SendAsync("/username");
        await again.ExpectLineAsync("Tu nickname es ana");
    }

    [Fact]
    public async Task Both_commands_do_all_at_once_at_the_prompt()
    {
        await using var server = await TestServer.StartAsync(settings => settings.InEnglish());
        await using (var first = await server.KnockAsync())
        {
            await first.SendLineAsync("/register ana secret");
            Assert.StartsWith("Welcome, ana.", await first.ReadLineAsync(), StringComparison.Ordinal);
        }

        await using var again = await server.KnockAsync();
        await again.TryAsync("/register ana another", "The nickname 'ana' is registered already.\n" + Prompt);
        await again.TryAsync("/identify nobody secret", "Wrong password for 'nobody'.\n" + Prompt);
        await again.TryAsync("ana", "Password: ");
        await again.TryAsync("wrong", "Wrong password for 'ana'.\nPassword: ");
        await again.TryAsync("", Prompt);
        await again.SendLineAsync("/identify ana secret");
        Assert.StartsWith("Welcome, ana.", await again.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_holds_from_then_on_and_an_account_that_was_ended_is_free()
    {
        await using var server = await TestServer.StartAsync();
        await using (var ana = await WireClient.JoinAsync(server.Chat, "ana"))
        {
            await ana.RegisterAsync("primera");
            await ana.AskAsync("/clave otra segunda", "La clave de 'ana' no es esa.");
            await ana.AskAsync("/clave primera segunda", "La clave de 'ana' es ahora la nueva.");
        }

        await using (var ana = await server.IdentifyAsync("ana", "segunda"))
        {
            await ana.AskAsync("/baja primera", "La clave de 'ana' no es esa.");
            await ana.AskAsync("/baja segunda", "El nickname 'ana' ya no está registrado: puede usarlo cualquiera.");
            await ana.AskAsync("/identificar segunda", "La clave de 'ana' no es esa.");
            await ana.SendLineAsync("/salir");
            await ana.ReadToEndAsync();
        }

        await using var stranger = await WireClient.JoinAsync(server.Chat, "ana");
        await server.StopQuietlyAsync();
        Assert.Empty(server.Database.Query("SELECT 1 FROM cuentas"));
    }

    [Fact]
    public async Task Accounts_outlive_the_server_and_hold_a_hash_with_its_parameters()
    {
        using var kept = new TemporaryDatabase();
        await using (var server = await TestServer.StartAsync(settings => settings.WithDatabase(kept.File)))
        {
            await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
            await ana.RegisterAsync("secreta");
            await server.StopQuietlyAsync();
        }

        var hash = (string)kept.Query("SELECT contrasena FROM cuentas WHERE clave = 'ana' AND nombre = 'ana'").Single()[0]!;
        Assert.StartsWith("$argon2id$v=19$m=8,t=1,p=1$", hash, StringComparison.Ordinal);

        // Stronger settings make a stronger hash of it.
        await using var again = await TestServer.StartAsync(settings => settings.WithDatabase(kept.File).WithAccounts(rules =>
            rules with { Hasher = new Argon2Hasher(memory: 16, passes: 2) }));
        await (await again.IdentifyAsync("ana", "secreta")).DisposeAsync();
        await (await again.IdentifyAsync("ana", "secreta")).DisposeAsync();
        await again.StopQuietlyAsync();
        hash = (string)kept.Query("SELECT contrasena FROM cuentas").Single()[0]!;
        Assert.StartsWith("$argon2id$v=19$m=16,t=2,p=1$", hash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_takes_the_nickname_back_from_an_own_connection()
    {
        await using var party = await Party.OfAsync("beto");
        await using var owner = await WireClient.JoinAsync(party.Server.Chat, "ana");
        await party["beto"].ExpectLineAsync("* ana se ha conectado");
        await owner.RegisterAsync("secreta");
        await using var elsewhere = await party.Server.IdentifyAsync("Ana", "secreta");
        await owner.ExpectLineAsync(Displaced);
        await owner.ReadToEndAsync();
        Assert.Equal(["* ana se ha desconectado", "* Ana se ha conectado"], await party["beto"].ReadLinesAsync(2));
        await party.EndQuietlyAsync();
    }

    // In one server nobody can register what another has: the account comes from a second server of the same database.
    [Theory]
    [InlineData("ana")]
    [InlineData("аna")]
    public async Task The_owner_takes_the_nickname_from_a_stranger_who_had_it_or_a_look_alike_before(string stranger)
    {
        await using var party = await Party.OfAsync(stranger);
        await using (var other = await TestServer.StartAsync(settings => settings.WithDatabase(party.Server.Database.File)))
        {
            await using var ana = await WireClient.JoinAsync(other.Chat, "ana");
            await ana.RegisterAsync("secreta");
        }

        party.Server.System.ActorSelection("/user/node/nicknames").Tell(new NicknameCommand.AddAccount(Named.Parse("ana")));
        await using var owner = await party.Server.IdentifyAsync("ana", "secreta");
        Assert.EndsWith($"{Displaced}\n", await party[stranger].ReadToEndAsync(), StringComparison.Ordinal);
        await party.EndQuietlyAsync();
    }

    [Theory]
    [InlineData("/registrar", "Para registrar tu nickname escribe /registrar CLAVE (la clave, sin espacios).")]
    [InlineData("/registrar una clave larga", "Para registrar tu nickname escribe /registrar CLAVE (la clave, sin espacios).")]
    [InlineData("/registrar beto secreta", "Para registrar tu nickname escribe /registrar CLAVE (la clave, sin espacios).")]
    [InlineData("/registrar x", "La clave es demasiado corta: usa una sola palabra de 6 caracteres o más.")]
    [InlineData("/registrar ñandú", "La clave es demasiado corta: usa una sola palabra de 6 caracteres o más.")]
    [InlineData("/identificar", "Para identificarte escribe /identificar CLAVE; con otro nickname, al conectarte.")]
    [InlineData("/identificar beto secreta", "Para identificarte escribe /identificar CLAVE; con otro nickname, al conectarte.")]
    [InlineData("/clave secreta", "Para cambiar la clave escribe /clave VIEJA NUEVA (las claves, sin espacios).")]
    [InlineData("/clave secreta x", "La clave es demasiado corta: usa una sola palabra de 6 caracteres o más.")]
    [InlineData("/baja", "Para que tu nickname deje de estar registrado escribe /baja CLAVE")]
    public async Task What_is_no_password_is_told_what_one_is(string line, string answer)
    {
        await using var server = await TestServer.StartAsync();
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await ana.AskAsync(line, answer);
        await ana.AskAsync("/username", "Tu nickname es ana");
    }

    [Fact]
    public async Task A_password_may_have_256_bytes_and_a_longer_line_is_refused_as_any()
    {
        await using var server = await TestServer.StartAsync();
        await using (var ana = await WireClient.JoinAsync(server.Chat, "ana"))
        {
            await ana.AskAsync($"/registrar {new string('x', 257)}", "La clave es demasiado larga: usa una sola palabra de 256 bytes como mucho.");
            await ana.RegisterAsync(new string('ñ', 128));
        }

        await using var again = await server.KnockAsync();
        await again.TryAsync("ana", "Clave: ");
        await again.TryAsync(new string('x', 300), "La clave es demasiado larga: usa una sola palabra de 256 bytes como mucho.\nClave: ");
        await again.AskAsync(new string('x', 10_000), TestServer.Texts.MessageTooLong(1024));
        await again.ExpectAsync("Clave: ");
        await again.EnterAsync(new string('ñ', 128), "ana");
    }

    [Fact]
    public async Task Where_accounts_are_required_nobody_else_comes_in()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithAccounts(rules => rules with { AreRequired = true }));
        await using var ana = await server.KnockAsync();
        await ana.TryAsync(
            "ana", "El servidor solo admite nicknames registrados. Registra el tuyo con /registrar NICKNAME CLAVE\n" + Prompt);
        await ana.EnterAsync("/registrar ana secreta", "ana");
    }

    [Fact]
    public async Task Passwords_from_another_machine_are_taken_only_where_the_settings_say_so()
    {
        ServerActorSettings FromFar(ServerActorSettings settings, bool isAllowed) =>
            settings.WithAccounts(rules => rules with { IsPrivate = _ => false, AllowPlaintext = isAllowed });
        using var kept = new TemporaryDatabase();
        await using (var server = await TestServer.StartAsync(settings => FromFar(settings.WithDatabase(kept.File), isAllowed: true)))
        {
            await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
            await ana.RegisterAsync("secreta");
            await server.StopQuietlyAsync();
        }

        const string NotHere = "El servidor no acepta claves por esta conexión: va sin cifrar a otro equipo.";
        await using var other = await TestServer.StartAsync(settings => FromFar(settings.WithDatabase(kept.File), isAllowed: false));
        await using var knocking = await other.KnockAsync();
        await knocking.TryAsync("ana", $"{NotHere}\n{Prompt}");
        await knocking.TryAsync("/identificar ana secreta", $"{NotHere}\n{Prompt}");
        await using var beto = await WireClient.JoinAsync(other.Chat, "beto");
        await beto.AskAsync("/registrar secreta", NotHere);
    }
}
