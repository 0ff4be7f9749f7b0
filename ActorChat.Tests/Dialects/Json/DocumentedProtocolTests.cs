using System.Text.Json;
using System.Text.RegularExpressions;
using ActorChat.Server.Chat;
using ActorChat.Server.Dialects.Json;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Framing;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;
using ActorChat.Tests.Architecture;

namespace ActorChat.Tests.Dialects.Json;

/// <summary>What docs/protocol.md tells others of <c>actorchat.v1</c> is what the code does: no type and no code is missing, and none is made up.</summary>
public sealed partial class DocumentedProtocolTests
{
    private static readonly string[] Section =
        File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "protocol.md")).Split("\n## ").Single(section => section.StartsWith("`actorchat.v1`", StringComparison.Ordinal)).Split('\n');

    [Fact]
    public void Types_of_requests() => Assert.Equal(
        Found(CaseOfType(), Source("ActorChat.Protocol", "Json", "JsonCommandParser.cs")),
        Table("| request |").SelectMany(row => Found(Word(), row.Split('|')[1])).Order());

    [Fact]
    public void Types_of_answers() => Assert.Equal(
        Found(WrittenType(), Source("ActorChat.Server", "Dialects", "Json", "JsonDialect.cs")),
        Found(DocumentedType(), string.Join('\n', Table("| the server writes |"))));

    [Theory]
    [InlineData("err")]
    [InlineData("bye")]
    public void Codes(string type)
    {
        var rows = Table($"| `{type}` |").Select(row => row.Split('|')[type == "err" ? 2 : 1]);
        Assert.Equal(CodesOf(type), rows.SelectMany(row => Found(Word(), Parenthesis().Replace(row, ""))).Order());
    }

    private static IEnumerable<string> CodesOf(string type)
    {
        var dialect = new JsonDialect(new LineDialect(Texts.For(Language.Spanish), maxLine: 1024), maxText: 1024);
        ChatEvent[] others =
        [
            new ChatEvent.PasswordWanted(), new ChatEvent.Sanctioned(true, "", 0, ""), new ChatEvent.Sanctioned(false, "", 0, ""), new ChatEvent.WriteLater(1),
            new ChatEvent.OrderUsage(default), new ChatEvent.PutOff(null, ""), new ChatEvent.Goodbye("ana"),
        ];
        return Enum.GetValues<RejectReason>().Select(reason => new ChatEvent.Rejected(reason, "ana")).Concat(others).Select(dialect.Write)
            .Concat(Enum.GetValues<NoticeKind>().Select(kind => dialect.Write(new ConnectionNotice(kind), PeerKind.Unknown)))
            .Select(written => JsonDocument.Parse(written).RootElement)
            .Where(json => json.GetProperty("type").GetString() == type)
            .Select(json => json.GetProperty("code").GetString()!)
            .Order();
    }

    private static IEnumerable<string> Table(string head) => Section.SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));

    private static string Source(params string[] path) => File.ReadAllText(Path.Combine([RepositoryRoot.Path, .. path]));

    private static IEnumerable<string> Found(Regex what, string text) => what.Matches(text).Select(match => match.Groups[1].Value).Distinct().Order();

    [GeneratedRegex("^        \"([a-z]+)\"", RegexOptions.Multiline)]
    private static partial Regex CaseOfType();

    [GeneratedRegex("Object\\(\"([a-z]+)\"")]
    private static partial Regex WrittenType();

    [GeneratedRegex("\"type\":\"([a-z]+)\"")]
    private static partial Regex DocumentedType();

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex Word();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Parenthesis();
}
