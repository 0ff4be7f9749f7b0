using System.Text.RegularExpressions;

namespace ActorChat.Tests.Architecture;

/// <summary>The arrows of docs/architecture.md, read from the <c>using</c> lines.</summary>
public partial class ArrowTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Framing"] = [],
        ["Resources"] = [],
        ["Errors"] = ["Resources"],
        ["Transport"] = ["Framing", "Telemetry", "Errors", "Resources"],
        ["Storage"] = ["Telemetry", "Errors", "Resources"],
        ["Chat"] = ["Transport", "Framing", "Storage", "Telemetry", "Resources"],
        ["Confirmation"] = ["Transport", "Framing", "Storage", "Resources"],
        ["Dialects"] = ["Chat", "Confirmation", "Transport", "Framing", "Resources"],
        ["Web"] = ["Dialects", "Chat", "Transport", "Telemetry", "Resources"],
        ["Lifecycle"] = ["Web", "Dialects", "Chat", "Confirmation", "Transport", "Storage", "Resources"],
        ["Configuration"] = ["Errors", "Resources"],
        ["CommandLine"] = ["Configuration", "Resources"],
        ["Output"] = [],
        ["Logging"] = ["Configuration", "Output", "Telemetry", "Errors", "Resources"],
        ["Diagnostics"] = ["Lifecycle", "Transport", "Output", "Errors", "Resources"],
        ["Telemetry"] = [],
        ["Hosting"] = ["Web", "Diagnostics", "Telemetry", "Lifecycle", "Chat", "Transport", "Storage", "Configuration", "CommandLine", "Logging", "Output", "Errors", "Resources"],
    };

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Server).Select(f => Path.GetFileName(f)!)];

    private static string Server => Path.Combine(RepositoryRoot.Path, "ActorChat.Server");

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_the_server_uses_only_what_it_may(string folder)
    {
        Assert.True(MayUse.ContainsKey(folder), $"{folder} is not in the table of arrows.");
        foreach (var (file, used) in Uses(Path.Combine(Server, folder)))
            Assert.True(used == folder || MayUse[folder].Contains(used), $"{file} uses {used}, but {folder} may use only: {string.Join(", ", MayUse[folder])}");
    }

    [Theory]
    [InlineData("Framing")]
    [InlineData("Resources")]
    [InlineData("Storage/Sqlite")]
    public void Pure_folders_know_neither_actors_nor_sockets(string folder)
    {
        foreach (var file in Sources(Path.Combine(Server, folder)))
            Assert.DoesNotMatch(@"using (Akka|System\.Net\.Sockets)", File.ReadAllText(file));
    }

    [Fact]
    public void Only_the_diagnostics_know_the_inside_of_Akka() => Assert.All(
        Sources(Server).Where(file => Path.GetDirectoryName(file) != Path.Combine(Server, "Diagnostics", "Runtime")),
        file => Assert.DoesNotMatch(@"ActorRefWithCell|ActorCell|MessageQueue|Akka\.Actor\.Internal", File.ReadAllText(file)));

    [Theory]
    [InlineData("ActorChat.Protocol", @"(ActorChat\.(Server|Client)|Akka|System\.(Net|IO)|Microsoft)\b")]
    [InlineData("ActorChat.Client", @"(ActorChat\.Server|Akka)\b")]
    [InlineData("ActorChat.Benchmarks/Load", @"(ActorChat\.Server|Akka)\b")]
    public void A_project_does_not_look_back(string project, string forbidden)
    {
        foreach (var file in Sources(Path.Combine(RepositoryRoot.Path, project)))
            Assert.DoesNotMatch($"using {forbidden}", File.ReadAllText(file));
    }

    private static string[] Sources(string folder)
    {
        var sources = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(sources);
        return sources;
    }

    private static IEnumerable<(string File, string Used)> Uses(string folder) =>
        from file in Sources(folder)
        from Match use in ServerUsing().Matches(File.ReadAllText(file))
        select (Path.GetRelativePath(Server, file), use.Groups[1].Value);

    [GeneratedRegex(@"^using (?:static )?ActorChat\.Server\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex ServerUsing();
}
