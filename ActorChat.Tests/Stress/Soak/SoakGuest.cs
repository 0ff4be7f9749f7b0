namespace ActorChat.Tests.Stress.Soak;

/// <summary>Somebody who comes and goes all the time: in good order, without a word, or with a reset.</summary>
/// <param name="name">Begins its nicknames.</param>
/// <param name="chat">The chat port.</param>
/// <param name="friend">A member, whom it greets in private.</param>
/// <param name="random">How long it stays, how it leaves.</param>
internal sealed class SoakGuest(string name, IPEndPoint chat, string friend, Random random)
{
    private const int MostHeard = 200, Pause = 300;

    /// <summary>How often it came.</summary>
    public int Visits { get; private set; }

    /// <summary>How many public messages it was sent.</summary>
    public int Heard { get; private set; }

    /// <summary>Comes and goes until told to stay away.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await VisitAsync();
            await Task.Delay(random.Next(Pause), CancellationToken.None);
        }
    }

    private async Task VisitAsync()
    {
        var nickname = string.Create(CultureInfo.InvariantCulture, $"{name}-{Visits}");
        await using var client = await WireClient.JoinAsync(chat, nickname);
        Visits++;
        var order = new Dictionary<string, int>();
        await client.SendLineAsync("/listar");
        Assert.Contains(nickname, await ReadUntilAsync(client, "Usuarios conectados (", order), StringComparison.Ordinal);
        await client.SendLineAsync($"#{friend} hola");
        await ReadUntilAsync(client, $"[privado a {friend}] hola", order);
        await client.SendAsync("uno\ndos\ntres\n");
        for (var i = random.Next(MostHeard); i > 0; i--)
            Hear(await client.ReadLineAsync(), order);
        await LeaveAsync(client, order);
    }

    private async Task LeaveAsync(WireClient client, Dictionary<string, int> order)
    {
        switch (random.Next(3))
        {
            case 0:
                await client.SendLineAsync("/salir");
                await ReadUntilAsync(client, "Hasta luego, ", order);
                Assert.Null(await client.ReadLineAsync());
                break;
            case 1:
                client.Reset();
                break;
            default:
                // It just closes.
                break;
        }
    }

    private async Task<string> ReadUntilAsync(WireClient client, string start, Dictionary<string, int> order)
    {
        while (true)
        {
            var line = await client.ReadLineAsync();
            if (line?.StartsWith(start, StringComparison.Ordinal) == true)
                return line;
            Hear(line, order);
        }
    }

    // While it is there it misses nothing that a member says, and hears nothing twice.
    private void Hear(string? line, Dictionary<string, int> order)
    {
        Assert.NotNull(line);
        if (line.StartsWith("* ", StringComparison.Ordinal))
            return;
        Heard++;
        var parts = line.Split(": ", 2);
        if (!int.TryParse(parts[1], CultureInfo.InvariantCulture, out var number))
            return;
        if (order.TryGetValue(parts[0], out var last))
            Assert.Equal(last + 1, number);
        order[parts[0]] = number;
    }
}
