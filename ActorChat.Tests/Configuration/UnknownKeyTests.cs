namespace ActorChat.Tests.Configuration;

/// <summary>Keys that do not exist, and the one that was probably meant.</summary>
public sealed class UnknownKeyTests
{
    [Theory]
    [InlineData("actorchat.chat.prot", "actorchat.chat.port")]
    [InlineData("actorchat.chat.Port", "actorchat.chat.port")]
    [InlineData("actorchat.chatport", "actorchat.chat.port")]
    [InlineData("actorchat.port", "actorchat.chat.port")]
    [InlineData("actorchat.lenguage", "actorchat.language")]
    [InlineData("actorchat.storage.path", "actorchat.storage.sqlite.path")]
    [InlineData("actorchat.sqlite.path", "actorchat.storage.sqlite")]
    [InlineData("actorchat.max-line", "actorchat.limits.max-line")]
    [InlineData("actorchat.limits.max_line", "actorchat.limits.max-line")]
    [InlineData("actorchat.confirmacion.port", "actorchat.confirmation")]
    [InlineData("actorchat.quiet-period", "actorchat.framing.quiet-period")]
    [InlineData("actorchat.storage.dispatchers.throughput", "actorchat.storage.dispatcher")]
    [InlineData("chat.port", "actorchat.chat.port")]
    [InlineData("actrochat.chat.port", "actorchat.chat.port")]
    [InlineData("aka.loglevel", "akka.loglevel")]
    [InlineData("akka.log-level", "akka.loglevel")]
    [InlineData("akka.actor.default-dispatcher.thrughput", "akka.actor.default-dispatcher.throughput")]
    public void The_nearest_key_is_offered(string key, string nearest)
    {
        var complaint = Loading.Refusal($"{key}=1");

        Assert.StartsWith("[ERROR] Clave de configuración desconocida: ", complaint, StringComparison.Ordinal);
        Assert.EndsWith($" ¿Querías decir {nearest}?", complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("actorchat.colour", "actorchat.colour")]
    [InlineData("actorchat.chat.\"a b\"", "actorchat.chat.\"a b\"")]
    [InlineData("http.port-number-of-mine", "http.port-number-of-mine")]
    public void Nothing_is_offered_where_nothing_is_near(string key, string shown) => Assert.StartsWith(
        $"[ERROR] Clave de configuración desconocida: {shown}. Usa --print-config para ver las que hay.", Loading.Refusal($"{key}=1"), StringComparison.Ordinal);

    [Fact]
    public void A_key_in_a_file_is_told_with_its_full_path()
    {
        using var folder = new SettingsFolder();
        var file = folder.Write("a.hocon", "actorchat { storage { sqlite { pth = x } } }");

        Assert.StartsWith(
            $"[ERROR] {file}, línea 1, columna 32: Clave de configuración desconocida: actorchat.storage.sqlite.pth. ¿Querías decir actorchat.storage.sqlite.path?",
            Loading.Refusal([file], []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_of_ones_own_is_allowed_in_a_file_but_not_one_that_is_nearly_ours()
    {
        using var folder = new SettingsFolder();
        var own = folder.Write("own.hocon", "house { port = 4000 }\nactorchat.chat.port = ${house.port}");
        var slip = folder.Write("slip.hocon", "actorchta { chat.port = 4000 }");

        Assert.Equal(4000, Loading.Loaded([own], []).Settings.Chat.Port);
        Assert.Contains("desconocida: actorchta. ¿Querías decir actorchat?", Loading.Refusal([slip], []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dispatcher_takes_every_key_of_the_runtime() =>
        Assert.NotNull(Loading.Settings("actorchat.storage.dispatcher.throughput-deadline-time=1s", "actorchat.storage.users-dispatcher={ a { b = 1 } }"));

    [Fact]
    public void The_runtime_takes_every_key_of_its_own() =>
        Assert.Equal("x", Loading.Config("akka.something.new=x").GetString("akka.something.new", null));

    [Fact]
    public void An_endless_key_is_refused_without_searching_for_its_like() =>
        Assert.Contains("desconocida", Loading.Refusal($"actorchat.{new string('p', 100_000)}=1"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("port", "", 4)]
    [InlineData("port", "PORT", 0)]
    [InlineData("port", "prot", 1)]
    [InlineData("port", "pot", 1)]
    [InlineData("port", "sport", 1)]
    [InlineData("port", "part", 1)]
    [InlineData("ca", "abc", 3)]
    public void The_distance_counts_slips_of_the_keyboard(string one, string other, int distance) =>
        Assert.Equal(distance, EditDistance.Between(one, other));

    [Fact]
    public void The_distance_is_that_of_a_pair_and_no_more_than_the_longer_word() => Prop.ForAll(
        AnyString.Arbitrary, AnyString.Arbitrary, (one, other) =>
            EditDistance.Between(one, other) == EditDistance.Between(other, one)
            && EditDistance.Between(one, other) <= Math.Max(one.Length, other.Length)
            && EditDistance.Between(one, one) == 0).QuickCheckThrowOnFailure();
}
