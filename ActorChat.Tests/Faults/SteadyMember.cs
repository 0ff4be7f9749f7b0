namespace ActorChat.Tests.Faults;

/// <summary>A member who says something at a steady rate, and comes back when the connection breaks.</summary>
internal sealed class SteadyMember(string nickname, IPEndPoint chat)
{
    /// <summary>Begins the last public message: nobody has anything to see behind it.</summary>
    public const string Last = "fin";

    /// <summary>The answer to a message that could not be stored.</summary>
    public const string NotStored = "Error: el mensaje no se pudo guardar";

    private static readonly TimeSpan Rate = TimeSpan.FromMilliseconds(125);

    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Nickname { get; } = nickname;

    /// <summary>What it went through, in order.</summary>
    public List<MemberLife> Lives { get; } = [];

    /// <summary>Completes when it has joined for the first time.</summary>
    public Task Joined => _joined.Task;

    /// <summary>Completes when everything that it has said is dealt with, and it says nothing more.</summary>
    public Task Silent => _heard.Task;

    /// <summary>Lives until the last message has come.</summary>
    /// <param name="begin">Nothing is said before.</param>
    /// <param name="end">From then on nothing more is said.</param>
    /// <param name="failed">From then on it does not come back: the server may be gone.</param>
    public async Task LiveAsync(Task begin, CancellationToken end, CancellationToken failed)
    {
        do
            Lives.Add(new MemberLife($"{Nickname}.{Lives.Count}."));
        while (!await LiveOnceAsync(Lives[^1], begin, end) && !failed.IsCancellationRequested);
    }

    private async Task<bool> LiveOnceAsync(MemberLife life, Task begin, CancellationToken end)
    {
        try
        {
            if (await JoinAsync() is not { } client)
                return false;
            await using (client)
            {
                _joined.TrySetResult();
                var reading = ReadAsync(client, life);
                await begin;
                await Task.WhenAll(reading, WriteAsync(client, life, reading, end));
                return life.IsWhole;
            }
        }
        catch (Exception broken) when (broken is SocketException or EndOfStreamException)
        {
            return false;
        }
    }

    // Null where the nickname still belongs to the connection that broke.
    private async Task<WireClient?> JoinAsync()
    {
        var client = await WireClient.ConnectAsync(chat);
        try
        {
            await client.SendLineAsync(Nickname);
            if ((await client.ReadLineAsync())?.StartsWith("Nickname: Bienvenido", StringComparison.Ordinal) == true)
                return client;
        }
        catch (Exception broken) when (broken is SocketException or EndOfStreamException)
        {
            // It breaks before it has begun.
        }

        await client.DisposeAsync();
        return null;
    }

    private async Task WriteAsync(WireClient client, MemberLife life, Task reading, CancellationToken end)
    {
        while (!end.IsCancellationRequested && !reading.IsCompleted)
        {
            await client.SendLineAsync($"{life.Mark}{life.Sent}");
            life.Sent++;
            await Task.WhenAny(Task.Delay(Rate, end), reading);
        }

        // Answered when all that was said before is dealt with.
        await client.SendLineAsync("/username");
    }

    private async Task ReadAsync(WireClient client, MemberLife life)
    {
        while (await client.ReadLineAsync() is { } line)
        {
            if (line.Contains($": {Last} ", StringComparison.Ordinal))
            {
                life.IsWhole = true;
                return;
            }

            Note(line, life);
        }
    }

    private void Note(string line, MemberLife life)
    {
        if (line == NotStored)
            life.Refused++;
        else if (line == $"Tu nickname es {Nickname}")
            _heard.TrySetResult();
        else if (!line.StartsWith("* ", StringComparison.Ordinal))
            life.Seen.Add(line);
    }
}
