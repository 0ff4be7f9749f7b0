namespace ActorChat.Tests.Protocol.Names;

public class RoomNameTests
{
    [Theory]
    [InlineData("general")]
    [InlineData("c.sharp_2-es")]
    [InlineData("ñandúes")]
    [InlineData("部屋")]
    public void Letters_digits_and_three_signs_of_any_script_make_a_room_name(string text) => Assert.Equal(text, Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("#general")]
    [InlineData("dos palabras")]
    [InlineData("a\u200bb")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456")]
    public void Anything_else_is_none(string text)
    {
        Assert.False(RoomName.TryParse(text, out var room));
        Assert.Equal(default, room);
    }

    [Theory]
    [InlineData("GENERAL")]
    [InlineData("ｇｅｎｅｒａｌ")]
    [InlineData(" general\r")]
    public void Spellings_that_differ_in_case_or_unicode_form_are_one_room(string text)
    {
        Assert.Equal(RoomName.General, Parse(text));
        Assert.Equal(RoomName.General.GetHashCode(), Parse(text).GetHashCode());
        Assert.Equal("general", Parse(text).Casefolded);
    }

    [Fact]
    public void Rooms_whose_names_look_alike_are_not_the_same_but_share_the_skeleton()
    {
        var cyrillic = Parse("gеneral");

        Assert.NotEqual(RoomName.General, cyrillic);
        Assert.Equal(RoomName.General.Skeleton, cyrillic.Skeleton);
    }

    [Fact]
    public void Rooms_are_listed_in_alphabetical_order()
    {
        string[] names = ["zapatos", "Música", "general"];

        Assert.Equal(["general", "Música", "zapatos"], names.Select(Parse).Order().Select(room => room.ToString()));
    }

    private static RoomName Parse(string text)
    {
        Assert.True(RoomName.TryParse(text, out var room), $"'{text}' should be a room name");
        return room;
    }
}
