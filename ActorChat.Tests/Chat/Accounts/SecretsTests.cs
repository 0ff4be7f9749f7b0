using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Accounts.Passwords;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Tests.Protocol.Names;
using Akka.Actor;

namespace ActorChat.Tests.Chat.Accounts;

/// <summary>What the log may show of messages between actors.</summary>
public sealed class SecretsTests
{
    private const string Secret = "s3creto";

    [Fact]
    public void No_message_shows_a_password_a_hash_a_private_text_or_who_writes_to_whom()
    {
        var (ana, nobody) = (Named.Parse("ana"), ActorRefs.Nobody);
        var account = new Account("ana", "ana", "ana", Secret, 1, 2);
        var waiting = new WaitingMessage(1, Secret, Secret, 1, Secret);
        object[] messages =
        [
            ChatCommandParser.Parse($"/registrar {Secret}"), new AccountCommand(AccountAction.Register, 1, ana, Secret, Secret, Secret, nobody),
            new CheckPassword(1, Secret, Secret, Secret), new PasswordChecked(1, IsRight: true, Secret), account,
            new AccountStoreCommand.Add(account, 1, nobody), new AccountStoreCommand.SetPassword("ana", Secret, 1, nobody),
            new AccountStoreCommand.NoteLogin("ana", 1, Secret), new AccountStoreEvent.Found(1, account), waiting,
            new AccountStoreCommand.Keep(waiting, Secret, 1, nobody), new AccountStoreEvent.Kept(1, KeepResult.Kept, Secret),
            new AccountStoreEvent.Waiting([waiting]), new AccountStoreEvent.NamesRead([Secret]), new ChatEvent.PrivateKept(Secret),
            new ChatEvent.PrivateReceived("ana", Secret) { Instant = 1 }, new NicknameEvent.PrivateMessage(1, ana, Secret, Secret, nobody),
        ];
        Assert.All(messages, message => Assert.DoesNotContain(Secret, message.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8::1:2:3:4", "2001:db8::")]
    public void Attempts_are_counted_for_what_one_person_has(string address, string network) =>
        Assert.Equal(network, AccountRules.NetworkOf(IPAddress.Parse(address)));
}
