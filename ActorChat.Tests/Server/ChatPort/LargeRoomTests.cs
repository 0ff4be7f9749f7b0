using System.Text.RegularExpressions;
using ActorChat.Server.Chat.Rooms;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Server.ChatPort;

/// <summary>What is different in a room of more members than one can follow; here of more than two.</summary>
public sealed partial class LargeRoomTests
{
    private static readonly RoomRules Large = new(CoalesceNoticesAbove: 2, NoticeInterval: TimeSpan.FromMilliseconds(50), ListPage: 2);

    [Fact]
    public async Task Those_who_come_and_go_are_all_told_of_by_name_or_by_number()
    {
        await using var party = await Party.OfAsync(settings => settings with { Room = Large }, "ana", "beto");
        var guests = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => WireClient.JoinAsync(party.Server.Chat, $"g{i}")));
        foreach (var member in party.Members)
            await ExpectNoticesAsync(member, came: guests.Length, gone: 0);
        foreach (var guest in guests)
            await guest.SendLineAsync("/salir");
        foreach (var member in party.Members)
            await ExpectNoticesAsync(member, came: 0, gone: guests.Length);
        foreach (var guest in guests)
            await guest.DisposeAsync();
    }

    [Fact]
    public async Task Who_comes_back_at_once_is_never_told_to_be_gone()
    {
        var clock = new FakeTimeProvider();
        await using var party = await Party.OfAsync(settings => (settings with { Room = Large }).WithClock(clock), "ana", "beto", "zeta");
        await using var uve = await WireClient.JoinAsync(party.Server.Chat, "uve");
        await party["zeta"].SendLineAsync("/salir");
        Assert.Equal("Hasta luego, zeta.\n", await party["zeta"].ReadToEndAsync());
        await using var zeta = await WireClient.JoinAsync(party.Server.Chat, "zeta");
        Assert.Empty(await party["ana"].ReadAllSoFarAsync());

        clock.Advance(Large.NoticeInterval);
        await party["ana"].ExpectLineAsync("* uve se ha conectado");
    }

    [Fact]
    public async Task Its_list_has_pages()
    {
        await using var party = await Party.OfAsync(settings => settings with { Room = Large with { CoalesceNoticesAbove = 100 } }, "carla", "ana", "beto");
        var ana = party["ana"];

        await ana.SendLineAsync("/listar");
        Assert.Equal(["Usuarios conectados (3), página 1 de 2: ana, beto", "Para ver más: /listar 2"], await ana.ReadLinesAsync(2));
        await ana.AskAsync("/listar 2", "Usuarios conectados (3), página 2 de 2: carla");
    }

    private static async Task ExpectNoticesAsync(WireClient member, int came, int gone)
    {
        while (came > 0 || gone > 0)
        {
            var line = await member.ReadLineAsync() ?? "the end";
            var notice = Notice().Match(line);
            Assert.True(notice.Success, line);
            var number = notice.Groups["number"] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 1;
            if (notice.Groups["gone"].Success)
                gone -= number;
            else
                came -= number;
        }

        Assert.Equal((0, 0), (came, gone));
    }

    [GeneratedRegex(@"^\* (g\d+ se ha|(?<number>\d+) usuarios se han) (?<gone>des)?conectado$")]
    private static partial Regex Notice();
}
