using System.Diagnostics;

namespace ActorChat.Tests.Fuzz.Checks;

/// <summary>Two users who chat with each other, in public and in private, and use the confirmation port, until they are told to end.</summary>
internal sealed class ControlPair : IAsyncDisposable
{
    // So many rounds a second are a lively talk, and leave the machine to the storm.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    private readonly ServerProcess _server;
    private readonly Action<string> _complain;
    private readonly CancellationTokenSource _end = new();
    private readonly List<string> _confirmed = [];
    private readonly Task _talking;
    private int _rounds;
    private bool _haveLeft;

    private ControlPair(ServerProcess server, ControlMember ana, ControlMember beto, Action<string> complain)
    {
        (_server, Ana, Beto, _complain) = (server, ana, beto, complain);
        _talking = TalkAsync();
    }

    /// <summary>One of them.</summary>
    public ControlMember Ana { get; }

    /// <summary>The other one.</summary>
    public ControlMember Beto { get; }

    /// <summary>How often each has spoken to all and to the other one, and a message was confirmed.</summary>
    public int Rounds => _rounds;

    /// <summary>What the confirmation port has confirmed.</summary>
    public IReadOnlyList<string> Confirmed => _confirmed;

    /// <summary>The longest that a round took: from saying something until everything has come and is confirmed.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>Both join and begin to talk.</summary>
    /// <param name="server">Where.</param>
    /// <param name="folder">Gets what they see.</param>
    /// <param name="complain">What is told of all that is not as it should be.</param>
    public static async Task<ControlPair> StartAsync(ServerProcess server, TemporaryFolder folder, Action<string> complain)
    {
        var ana = await ControlMember.JoinAsync(server.Chat, "control-ana", "control-beto", folder.File("ana.txt"), complain);
        var beto = await ControlMember.JoinAsync(server.Chat, "control-beto", "control-ana", folder.File("beto.txt"), complain);
        return new ControlPair(server, ana, beto, complain);
    }

    /// <summary>They leave, with the round that they are in. The second time nothing happens.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_haveLeft)
            return;
        _haveLeft = true;
        await _end.CancelAsync();
        await _talking;
        Ana.ExpectEnd();
        Beto.ExpectEnd();
        await Ana.DisposeAsync();
        await Beto.DisposeAsync();
        _end.Dispose();
    }

    private async Task TalkAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
                await RoundAsync();
        }
        catch (Exception failure) when (failure is IOException or TimeoutException or System.Net.Sockets.SocketException)
        {
            _complain($"the control pair could not go on after {_rounds} rounds: {failure.Message}");
        }
    }

    private async Task RoundAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await Ana.SpeakAsync(_rounds);
        await Beto.SpeakAsync(_rounds);
        await ConfirmAsync($"control {_rounds}");
        await Ana.HearAsync();
        await Beto.HearAsync();
        _rounds++;
        var took = Stopwatch.GetElapsedTime(began);
        Slowest = took > Slowest ? took : Slowest;
        await Task.WhenAny(Task.Delay(Pace, _end.Token));
    }

    private async Task ConfirmAsync(string text)
    {
        await using var client = await WireClient.ConnectAsync(_server.Confirmation);
        await client.SendLineAsync(text);
        var answer = await client.ReadToEndAsync();
        if (answer.StartsWith("Mensaje recibido: ", StringComparison.Ordinal))
            _confirmed.Add(text);
        else
            _complain($"'{answer}' was the answer to a sound message");
    }
}
