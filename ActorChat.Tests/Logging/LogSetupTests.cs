using System.Text.Json;
using ActorChat.Server.Configuration;
using ActorChat.Server.Logging;
using ActorChat.Server.Output;
using ActorChat.Server.Resources;
using ActorChat.Tests.Output;
using Akka.Event;
using Serilog.Core;
using Serilog.Events;

namespace ActorChat.Tests.Logging;

/// <summary>The log as the settings want it.</summary>
public sealed class LogSetupTests : IDisposable
{
    private static readonly Texts Es = Texts.For(Language.Spanish);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actorchat-log-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_file_has_one_JSON_object_a_line_with_the_whole_exception()
    {
        var path = Path.Combine(_folder.FullName, "new", "log.json");
        using (var logger = Open(path, "ERROR"))
            logger.Write(LogTranslation.Translate(new Error(Line.Thrown("no"), "[akka://a/user/node#7]", typeof(Line), "a\n{b}")));

        using var entry = JsonDocument.Parse(Assert.Single(File.ReadAllLines(path)));
        Assert.True(entry.RootElement.GetProperty("Timestamp").TryGetDateTimeOffset(out _));
        Assert.Equal("Error", entry.RootElement.GetProperty("Level").GetString());
        Assert.Equal("a\n{b}", entry.RootElement.GetProperty("RenderedMessage").GetString());
        Assert.Equal("/user/node", entry.RootElement.GetProperty("Properties").GetProperty("Actor").GetString());
        Assert.Contains(nameof(Line.Thrown), entry.RootElement.GetProperty("Exception").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_logged_comes_back_from_the_file() => Prop.ForAll(AnyString.Arbitrary.Generator.ListOf().ToArbitrary(), texts =>
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.json");
        using (var logger = Open(path, "ERROR"))
        {
            foreach (var text in texts)
                logger.Write(LogTranslation.Translate(new Error(null, "x", typeof(Line), text)));
        }

        var read = File.ReadAllText(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("RenderedMessage").GetString());
        return read.SequenceEqual(texts.Select(Encodable));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_in_the_file_steers_a_terminal()
    {
        var path = Path.Combine(_folder.FullName, "log.json");
        using (var logger = Open(path, "ERROR"))
            logger.Write(LogTranslation.Translate(new Error(null, "x", typeof(Line), "\u001b[2J\u009b2J\u202e\u2028")));

        Assert.Contains("\\u001b[2J\\u009b2J\\u202e\\u2028", Assert.Single(File.ReadAllLines(path)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_second_run_goes_on_where_the_first_ended()
    {
        var path = Path.Combine(_folder.FullName, "log.json");
        foreach (var text in new[] { "one", "two" })
        {
            using var logger = Open(path, "ERROR");
            logger.Write(LogTranslation.Translate(new Error(null, "x", typeof(Line), text)));
        }

        Assert.Equal(2, File.ReadAllLines(path).Length);
    }

    [Theory]
    [InlineData("DEBUG", LogEventLevel.Debug)]
    [InlineData("info", LogEventLevel.Information)]
    [InlineData("WARNING", LogEventLevel.Warning)]
    [InlineData("ERROR", LogEventLevel.Error)]
    [InlineData("OFF", LogEventLevel.Fatal)]
    public void What_the_runtime_does_not_publish_is_not_enabled_here(string level, LogEventLevel least)
    {
        using var logger = Open(null, level);

        Assert.Equal(Enum.GetValues<LogEventLevel>().Where(one => one >= least), Enum.GetValues<LogEventLevel>().Where(logger.IsEnabled));
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_told_in_one_line() =>
        Assert.Equal($"[ERROR] {Es.CannotOpenLogFile(_folder.FullName, "es una carpeta")}", Refusal(_folder.FullName));

    [Theory]
    [InlineData("file/log.json")]
    [InlineData("file/deeper/log.json")]
    [InlineData("\0")]
    public void A_path_that_cannot_be_opened_is_told_in_one_line(string name)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "file"), "");
        var path = Path.Combine(_folder.FullName, name);

        var line = Refusal(path);

        Assert.StartsWith("[ERROR] No se puede escribir el registro en ", line, StringComparison.Ordinal);
        Assert.Contains("actorchat.logging.json-file", line, StringComparison.Ordinal);
    }

    private static Logger Open(string? path, string level) => Assert.IsType<LogSetupResult.Ready>(Create(path, level)).Logger;

    private static string Refusal(string path)
    {
        var line = Assert.IsType<LogSetupResult.Refused>(Create(path, "INFO")).Line;
        Assert.Equal(line, LogSetup.FindObstacle(new LoggingSettings(path), Es));
        return line;
    }

    private static LogSetupResult Create(string? path, string level)
    {
        var errors = new BackgroundWriter("test", new ScriptedTarget());
        try
        {
            return LogSetup.Create(new LoggingSettings(path), level, Es, colours: false, errors);
        }
        finally
        {
            errors.Complete(TimeSpan.Zero);
        }
    }

    // UTF-8 has no unpaired surrogates.
    private static string Encodable(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
