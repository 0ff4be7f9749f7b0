namespace ActorChat.Tests.Stress.Soak;

/// <summary>Somebody who stays for the whole soak: reads all the time, and speaks when told to.</summary>
/// <param name="client">The connection, which has joined.</param>
internal sealed class SoakMember(WireClient client)
{
    private readonly SemaphoreSlim _settled = new(0);
    private OrderDigest _heard = new();
    private long _count;

    /// <summary>The nickname.</summary>
    public string Name => client.Nickname;

    /// <summary>How many public messages it has sent: their texts are 0, 1, 2…</summary>
    public int Sent { get; private set; }

    /// <summary>How many public messages of the others it has been sent so far.</summary>
    public long Heard => Volatile.Read(ref _count);

    /// <summary>How many private messages it was sent.</summary>
    public int Whispers { get; private set; }

    /// <summary>Whether it was told that the server stops.</summary>
    public bool WasToldOfStop { get; private set; }

    /// <summary>Sends the next public message.</summary>
    public Task SayAsync() => client.SendLineAsync((Sent++).ToString(CultureInfo.InvariantCulture));

    /// <summary>Completes when the server has dealt with everything that was sent.</summary>
    public async Task SettleAsync()
    {
        await client.SendLineAsync("/username");
        Assert.True(await _settled.WaitAsync(TestTimeout.Limit), $"{Name} had no answer.");
    }

    /// <summary>Reads up to the server's end. Gives what it heard of the others in public.</summary>
    public async Task<OrderDigest> ListenAsync()
    {
        await using (client)
        {
            while (await client.ReadLineAsync() is { } line)
                Hear(line);
        }

        return _heard;
    }

    private void Hear(string line)
    {
        if (line.StartsWith("* ", StringComparison.Ordinal))
            return;
        if (line.StartsWith("[privado] ", StringComparison.Ordinal))
            Whispers++;
        else if (line.StartsWith("Tu nickname es ", StringComparison.Ordinal))
            _settled.Release();
        else if (line == Traffic.Stopping)
            WasToldOfStop = true;
        else
            HearPublic(line);
    }

    private void HearPublic(string line)
    {
        _heard.Add(line);
        Volatile.Write(ref _count, _heard.Count);
    }
}
