using ActorChat.Server.Output;

namespace ActorChat.Tests.Output;

public sealed class RollingFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actorchat-file-");

    private string Log => Path.Combine(_folder.FullName, "log");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_full_file_is_begun_anew_and_the_last_five_are_kept()
    {
        using (var file = RollingFile.Open(Log, maxBytes: 6))
        {
            for (var number = 10; number < 30; number++)
                file.Write(Encoding.UTF8.GetBytes($"{number}\n"));
        }

        Assert.Equal(["log", "log.1", "log.2", "log.3", "log.4"], Directory.GetFiles(_folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("28\n29\n", File.ReadAllText(Log));
        Assert.Equal("20\n21\n", File.ReadAllText(Log + ".4"));
    }

    [Fact]
    public void What_stands_there_is_kept_and_a_line_that_was_torn_is_not_continued()
    {
        File.WriteAllText(Log, "one\ntor");
        using (var file = RollingFile.Open(Log))
        {
            file.Write("two\n"u8);
            file.Write("three\n"u8);
        }

        Assert.Equal("one\ntor\ntwo\nthree\n", File.ReadAllText(Log));
    }

    [Fact]
    public void A_file_that_another_program_cuts_goes_on_at_its_beginning()
    {
        using var file = RollingFile.Open(Log);
        file.Write("one\n"u8);
        File.WriteAllText(Log, "");
        file.Write("two\n"u8);

        Assert.Equal("two\n", File.ReadAllText(Log));
    }

    [Fact]
    public void A_full_disk_is_an_error_of_the_write_and_of_nothing_else()
    {
        using var file = RollingFile.Open("/dev/full");

        Assert.Throws<IOException>(() => file.Write("one\n"u8));
        Assert.Throws<IOException>(() => file.Write("two\n"u8));
    }

    [Fact]
    public void A_check_makes_nothing()
    {
        RollingFile.Check(Path.Combine(_folder.FullName, "new", "log"));

        Assert.Empty(_folder.GetFileSystemInfos());
    }
}
