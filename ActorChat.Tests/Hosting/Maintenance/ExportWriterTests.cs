using System.Text.Json;
using ActorChat.Server.Hosting.Maintenance;
using ActorChat.Server.Storage.Archive;

namespace ActorChat.Tests.Hosting.Maintenance;

public sealed class ExportWriterTests
{
    private static readonly ArchivedMessage Said = new(7, "café", 3, 1_795_826_098_120, "aña", "::1", "hola, \"tú\"");
    private static readonly ArchivedMessage Confirmed = new(8, "", 0, 1_795_826_098_120, "", "127.0.0.1", "=1+1");

    [Fact]
    public void A_message_is_one_JSON_object_a_line() => Assert.Equal(
        """
        {"id":7,"room":"café","number":3,"time":"2026-11-28T00:34:58.120Z","nick":"aña","address":"::1","text":"hola, \"tú\""}
        {"id":8,"room":null,"number":null,"time":"2026-11-28T00:34:58.120Z","nick":null,"address":"127.0.0.1","text":"=1+1"}

        """,
        Write("x.jsonl", Said, Confirmed));

    [Fact]
    public void A_message_is_a_row_of_CSV_and_no_formula() => Assert.Equal(
        "id,room,number,time,nick,address,text\r\n"
        + "7,café,3,2026-11-28T00:34:58.120Z,aña,::1,\"hola, \"\"tú\"\"\"\r\n"
        + "8,,,2026-11-28T00:34:58.120Z,,127.0.0.1,\"'=1+1\"\r\n",
        Write("x.CSV", Said, Confirmed));

    [Theory]
    [InlineData("x")]
    [InlineData("x.db")]
    [InlineData("csv")]
    [InlineData("")]
    public void Another_ending_says_nothing(string file) => Assert.Null(ExportWriter.For(file));

    [Fact]
    public void Any_text_is_read_back_from_its_line() => Prop.ForAll(AnyString.Arbitrary, text =>
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var lines = Write("x.ndjson", Said with { Content = whole }, Confirmed with { Content = whole }).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.All(lines[..2], line => Assert.Equal(whole, JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()));
    }).QuickCheckThrowOnFailure();

    private static string Write(string file, params ArchivedMessage[] messages)
    {
        using var stream = new MemoryStream();
        using (var writer = ExportWriter.For(file)!(stream))
            Array.ForEach(messages, writer.Write);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
