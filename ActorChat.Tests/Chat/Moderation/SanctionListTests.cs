using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Storage.Moderation;
using ActorChat.Tests.Protocol.Names;

namespace ActorChat.Tests.Chat.Moderation;

public sealed class SanctionListTests
{
    private static readonly string[] Names = ["ana", "beto"];
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("beto", "beto", "10.9.9.9", true)]
    [InlineData("beto", "BETO", "10.9.9.9", true)]
    [InlineData("beto", "bеto", "10.9.9.9", true)]
    [InlineData("beto", "bet0", "10.9.9.9", false)]
    [InlineData("beto", "carla", "10.9.9.9", false)]
    [InlineData("10.0.0.0/8", "carla", "10.9.9.9", true)]
    [InlineData("10.0.0.0/8", "carla", "::ffff:10.9.9.9", true)]
    [InlineData("10.0.0.0/8", "carla", "11.0.0.1", false)]
    [InlineData("2001:db8::/32", "carla", "2001:db8::7", true)]
    public void A_name_keeps_out_its_spellings_and_look_alikes_and_a_network_its_addresses(string banned, string nickname, string address, bool isBanned)
    {
        var list = SanctionList.Empty.With(Ban(banned), Now);

        Assert.Equal(isBanned, list.Find(Named.Parse(nickname), IPAddress.Parse(address), Now) is not null);
        Assert.Null(list.Without(Key(banned)).Find(Named.Parse(nickname), IPAddress.Parse(address), Now));
    }

    [Fact]
    public void A_ban_holds_until_its_end_and_not_longer()
    {
        var list = SanctionList.Empty.With(Ban("beto", Now.AddMinutes(1)), Now).With(Ban("carla", Now.AddMinutes(2)), Now);

        Assert.NotNull(list.Find(Named.Parse("beto"), null, Now.AddSeconds(59)));
        Assert.Null(list.Find(Named.Parse("beto"), null, Now.AddMinutes(1)));
        Assert.Equal(["carla"], list.Current(Now.AddMinutes(1)).Select(ban => ban.Subject));
        Assert.Equal(2, list.With(Ban("dani"), Now.AddMinutes(1)).Count);
    }

    // As a plain list would do it.
    [Fact]
    public void Whatever_is_added_and_removed_when_it_is_like_a_plain_list() => Prop.ForAll(Steps().ListOf(30).ToArbitrary(), steps =>
    {
        var (list, plain, now) = (SanctionList.Empty, new List<Sanction>(), Now);
        foreach (var (subject, minutes, isRemoved) in steps)
        {
            now = now.AddMinutes(1);
            plain.RemoveAll(ban => ban.Key == Key(subject));
            if (!isRemoved)
                plain.Add(Ban(subject, minutes == 0 ? null : now.AddMinutes(minutes)));
            list = isRemoved ? list.Without(Key(subject)) : list.With(plain[^1], now);
            var current = plain.Where(ban => ban.Until == 0 || ban.Until > now.ToUnixTimeMilliseconds()).ToList();
            Assert.Equal(current.Select(ban => ban.Key).Order(), list.Current(now).Select(ban => ban.Key).Order());
            foreach (var name in Names)
            {
                var isBanned = current.Exists(ban => ban.Key == name || ban.Key is "10.0.0.0/8");
                Assert.Equal(isBanned, list.Find(Named.Parse(name), IPAddress.Parse("10.1.1.1"), now) is not null);
            }
        }
    }).QuickCheckThrowOnFailure();

    private static Gen<(string Subject, int Minutes, bool IsRemoved)> Steps() =>
        from subject in Gen.Elements("ana", "Beto", "beto", "10.0.0.0/8", "11.0.0.0/8")
        from minutes in Gen.Choose(0, 4)
        from kind in Gen.Choose(0, 3)
        select (subject, minutes, kind == 0);

    private static Sanction Ban(string subject, DateTimeOffset? until = null) =>
        new(IsMute: false, Key(subject), subject, until?.ToUnixTimeMilliseconds() ?? 0, "", "ana");

    private static string Key(string subject) => AddressMask.IsMeant(subject) ? subject : Named.Parse(subject).Casefolded;
}
