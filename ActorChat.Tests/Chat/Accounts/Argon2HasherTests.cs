using ActorChat.Server.Chat.Accounts.Passwords;

namespace ActorChat.Tests.Chat.Accounts;

public sealed class Argon2HasherTests
{
    private static readonly Argon2Hasher Hasher = new(memory: 64, passes: 2);

    [Theory]
    [InlineData("secreta")]
    [InlineData("ñandú\U0001F600")]
    [InlineData("x")]
    public void A_password_matches_its_own_hashes_which_differ(string password)
    {
        var (one, other) = (Hasher.Hash(password), Hasher.Hash(password));
        Assert.NotEqual(one, other);
        Assert.True(Hasher.Matches(password, one));
        Assert.True(Hasher.Matches(password, other));
        Assert.False(Hasher.Matches(password + " ", one));
    }

    // By other parameters, as another version or another program has written it.
    [Fact]
    public void A_hash_carries_its_parameters()
    {
        const string Hash = "$argon2id$v=19$m=32,t=3,p=1$AAECAwQFBgcICQoLDA0ODw$htpqOQlmV5ud3IW1zPJbRZ7WUaVyrCGEqtI1xkbFxHk";
        Assert.True(Hasher.Matches("secreta", Hash));
        Assert.False(Hasher.Matches("Secreta", Hash));
        Assert.True(Hasher.IsWeak(Hash));
        Assert.False(new Argon2Hasher(memory: 32, passes: 3).IsWeak(Hash));
    }

    [Theory]
    [InlineData("")]
    [InlineData("secreta")]
    [InlineData("$argon2id$v=19$m=64,t=2,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2i$v=19$m=64,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_hash_of_ours_matches_nothing(string hash) => Assert.False(Hasher.Matches("secreta", hash));
}
