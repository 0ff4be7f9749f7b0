using ActorChat.Client.State;

namespace ActorChat.Tests.Client.State;

public sealed class StateFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_environment_names_the_folder()
    {
        StateFolder.Find(name => name is "XDG_STATE_HOME" ? _folder.Path : null).WriteLines("x", ["1"]);

        Assert.Equal("1\n", File.ReadAllText(_folder.File("actorchat/x")));
    }

    [Fact]
    public void Only_its_owner_can_read_what_is_kept()
    {
        var path = _folder.File("state");
        new StateFolder(path).WriteLines("history", ["hola"]);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(path, "history")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void Two_clients_add_to_one_history()
    {
        var folder = new StateFolder(_folder.File("state"));
        var one = new HistoryFile(folder, "history");
        var two = new HistoryFile(folder, "history");
        Assert.Null(one.Append("uno"));
        Assert.Null(two.Append("dos"));
        Assert.Null(two.Append("dos"));
        Assert.Null(one.Append("tres"));

        Assert.Equal(["uno", "dos", "tres"], two.Load());
    }

    [Fact]
    public void A_history_that_somebody_has_tampered_with_is_harmless()
    {
        var folder = new StateFolder(_folder.File("state"));
        folder.WriteLines("history", ["uno\u001B[2J", "/password x", "", "dos"]);

        Assert.Equal(["uno", "dos"], new HistoryFile(folder, "history").Load());
    }

    [Fact]
    public void What_cannot_be_kept_is_said_once()
    {
        File.WriteAllText(_folder.File("state"), "a file where the folder should be");
        var history = new HistoryFile(new StateFolder(_folder.File("state")), "history");

        Assert.NotNull(history.Append("uno"));
        Assert.Null(history.Append("dos"));
        Assert.Empty(history.Load());
    }

    [Fact]
    public void The_nickname_is_remembered()
    {
        var remembered = new RememberedNickname(new StateFolder(_folder.File("state")));
        Assert.Null(remembered.Load());
        remembered.Save("ñandú");

        Assert.Equal("ñandú", remembered.Load());
    }
}
