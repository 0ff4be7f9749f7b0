using ActorChat.Client;
using ActorChat.Client.Arguments;
using ActorChat.Client.Chat;
using ActorChat.Client.Resources;
using ActorChat.Tests.Client.Support;
using Xunit;

namespace ActorChat.Tests.Client.Chat;

/// <summary>A person at the terminal; what a script sees stands in the tests of the process.</summary>
public sealed class ChatSessionTests : IDisposable
{
    private readonly WireServer _server = WireServer.Start();
    private readonly Departure _departure = new(TimeSpan.FromDays(1), TimeProvider.System);
    private readonly RecordingOutput _output = new();

    [Fact]
    public async Task A_person_sees_the_prompt_answered_by_the_nickname_of_the_command_line()
    {
        var session = RunAsync("ana", new ScriptedInput("hola"));
        using var peer = await _server.AcceptAsync();
        await peer.SendAsync("Nickname: ");
        Assert.Equal("ana\nhola\n", await peer.ReadToEndAsync());
        peer.Dispose();

        Assert.Equal(ExitCode.Done, await session);
        Assert.Equal("Nickname: ana\n⏎\n", _output.Shown);
    }

    [Fact]
    public async Task A_line_beyond_the_cap_is_reported_and_the_next_one_is_sent()
    {
        var session = RunAsync(nick: null, new ScriptedInput("ana", null, "hola"));
        using var peer = await _server.AcceptAsync();
        Assert.Equal("ana\nhola\n", await peer.ReadToEndAsync());
        peer.Dispose();

        Assert.Equal(ExitCode.Done, await session);
        Assert.Equal($"⏎\n⏎\n<{Texts.Spanish.LineTooLong}>\n⏎\n", _output.Shown);
    }

    [Fact]
    public async Task Who_insists_leaves_a_server_that_does_not_close()
    {
        var session = RunAsync("ana", new ScriptedInput());
        using var peer = await _server.AcceptAsync();
        await peer.SendAsync("Nickname: ");
        Assert.Equal("ana\n", await peer.ReadToEndAsync());
        _departure.Request();
        _departure.Request();

        Assert.Equal(ExitCode.Done, await session);
    }

    public void Dispose()
    {
        _server.Dispose();
        _departure.Dispose();
    }

    private Task<ExitCode> RunAsync(string? nick, ScriptedInput input)
    {
        var options = new ClientOptions(ClientMode.Chat, new ServerAddress("127.0.0.1", _server.Port), nick);
        return new ChatSession(options, Texts.Spanish, input, _output, _departure).RunAsync().WaitAsync(Patience.Limit);
    }
}
