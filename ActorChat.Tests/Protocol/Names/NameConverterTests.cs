using Akka.Actor;
using Akka.Serialization;
using Newtonsoft.Json;

namespace ActorChat.Tests.Protocol.Names;

public sealed class NameConverterTests : IAsyncLifetime
{
    private readonly ActorSystem _system = ActorSystem.Create("names");

    public static TheoryData<string> Texts => ["ana", "José", "Владимир", "語"];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_name_is_its_text_in_JSON(string text)
    {
        Assert.True(Nickname.TryParse(text, out var nickname));
        Assert.True(RoomName.TryParse(text, out var room));

        Assert.Equal($"\"{text}\"", JsonConvert.SerializeObject(nickname));
        Assert.Equal($"\"{text}\"", JsonConvert.SerializeObject(room));
        Assert.Equal(text, JsonConvert.DeserializeObject<Nickname>($"\"{text}\"").Value);
        Assert.Equal(text, JsonConvert.DeserializeObject<RoomName>($"\"{text}\"").Value);
    }

    [Fact]
    public void A_message_of_actors_comes_back_with_its_names()
    {
        Assert.True(Nickname.TryParse("José", out var nickname));
        var message = new Message(nickname, RoomName.General, Other: null, None: default, [nickname], RoomName.General);
        var serializer = new NewtonSoftJsonSerializer((ExtendedActorSystem)_system);

        var back = Assert.IsType<Message>(serializer.FromBinary(serializer.ToBinary(message), typeof(Message)));

        Assert.Equal(message with { All = back.All }, back);
        Assert.Equal("José", back.Who.Value);
        Assert.Equal([nickname], back.All);
    }

    [Theory]
    [InlineData("\"a b\"")]
    [InlineData("\"#ana\"")]
    [InlineData("{\"Value\":\"a b\"}")]
    public void What_is_no_name_does_not_become_one(string json)
    {
        Assert.ThrowsAny<JsonException>(() => JsonConvert.DeserializeObject<Nickname>(json));
        Assert.ThrowsAny<JsonException>(() => JsonConvert.DeserializeObject<RoomName>(json));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system.Terminate();

    private sealed record Message(Nickname Who, RoomName Where, Nickname? Other, RoomName None, Nickname[] All, RoomName? Perhaps);
}
