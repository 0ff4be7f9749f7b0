using System.Collections.Concurrent;

namespace ActorChat.Tests.EndToEnd.Support;

/// <summary>
/// Clients on both ports that write as fast as they are let, until the server is gone. Keeps what each of them was told.
/// </summary>
/// <param name="name">Begins every nickname and every text on the confirmation port, so that no two traffics share one.</param>
/// <param name="clients">How many there are on each port.</param>
internal sealed class Traffic(string name, int clients = 10)
{
    /// <summary>What everybody is told when the server stops; for a member the last line in <see cref="Seen"/>.</summary>
    public const string Stopping = "El servidor se está deteniendo.";

    // Lines that a member writes before it has heard as many of each other; more than the server lets wait for the database.
    private const int Ahead = 100;

    private volatile TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _heard;
    private volatile int _wanted = int.MaxValue;

    /// <summary>What each member of the chat saw of the others, as <c>author: text</c>, in the order in which it came.</summary>
    public ConcurrentDictionary<string, List<string>> Seen { get; } = [];

    /// <summary>What the confirmation port has confirmed.</summary>
    public ConcurrentBag<string> Confirmed { get; } = [];

    /// <summary>Everybody joins, then everybody writes. Completes when the server has heard and said so much, or is gone.</summary>
    /// <param name="server">The server.</param>
    /// <param name="heard">How many messages and confirmations the clients have got by then, taken together.</param>
    /// <returns>The rest of the traffic, which ends with the server.</returns>
    public async Task<Task> StartAsync(ServerProcess server, int heard)
    {
        _wanted = heard;
        var members = new List<WireClient>();
        for (var i = 0; i < clients; i++)
            members.Add(await WireClient.JoinAsync(server.Chat, $"{name}-{i}"));

        var rest = Task.WhenAll(
            [.. members.Select(ChatAsync), .. Enumerable.Range(0, clients).Select(i => ConfirmAsync(server, $"{name}-{i}"))]);
        await Task.WhenAny(_enough.Task, rest);
        return rest;
    }

    /// <summary>Completes when the clients have got so much more: messages and confirmations, taken together.</summary>
    public Task HearAsync(int more)
    {
        _enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _wanted = Volatile.Read(ref _heard) + more;
        return _enough.Task.WaitAsync(TestTimeout.Limit);
    }

    // Nobody is further ahead of the others than by what fits on the way, so that no reader is cut off for being slow.
    private async Task ChatAsync(WireClient member)
    {
        await using (member)
        {
            using var permits = new SemaphoreSlim(Ahead);
            using var cut = new CancellationTokenSource();
            var reading = UntilCutAsync(() => ReadAsync(member, permits));
            var writing = UntilCutAsync(() => WriteAsync(member, permits, cut.Token), cut.Token);
            await reading;
            await cut.CancelAsync();
            await writing;
        }
    }

    private static async Task WriteAsync(WireClient member, SemaphoreSlim permits, CancellationToken cut)
    {
        for (var i = 0; ; i++)
        {
            await permits.WaitAsync(cut);
            await member.SendLineAsync(i.ToString(CultureInfo.InvariantCulture));
        }
    }

    // A line cut in two was not seen.
    private async Task ReadAsync(WireClient member, SemaphoreSlim permits)
    {
        var seen = Seen.GetOrAdd(member.Nickname, _ => []);
        while (await member.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("* ", StringComparison.Ordinal))
                continue;
            seen.Add(line);
            Count();
            if (seen.Count % (clients - 1) == 0)
                permits.Release();
        }
    }

    private Task ConfirmAsync(ServerProcess server, string client) => UntilCutAsync(async () =>
    {
        for (var i = 0; ; i++)
        {
            await using var connection = await WireClient.ConnectAsync(server.Confirmation);
            await connection.SendLineAsync($"{client}-{i}");
            if (await connection.ReadLineAsync() is not { } answer || answer == Stopping)
                return;
            Assert.StartsWith("Mensaje recibido: ", answer, StringComparison.Ordinal);
            Confirmed.Add($"{client}-{i}");
            Count();
        }
    });

    private void Count()
    {
        if (Interlocked.Increment(ref _heard) >= _wanted)
            _enough.TrySetResult();
    }

    private static async Task UntilCutAsync(Func<Task> work, CancellationToken cut = default)
    {
        try
        {
            await work();
        }
        catch (Exception gone) when (gone is SocketException or EndOfStreamException || (gone is OperationCanceledException && cut.IsCancellationRequested))
        {
            // The kill: expected.
        }
    }
}
