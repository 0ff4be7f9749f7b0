namespace ActorChat.Tests.Server.Flow;

public class DeafSenderTests
{
    [Fact]
    public async Task Who_sends_on_and_on_after_the_end_disturbs_nobody_and_is_cut_off()
    {
        await using var party = await Party.OfAsync("ana", "beto", "s1", "s2", "s3", "s4");
        var floods = new List<Task>();
        foreach (var name in new[] { "s1", "s2", "s3", "s4" })
        {
            var deaf = party[name];
            await deaf.SendLineAsync("/salir");
            floods.Add(Task.Run(() => FloodAsync(deaf)));
        }

        await party["ana"].SendLineAsync("hola");
        var seen = await party["beto"].ReadLinesAsync(5);
        Assert.Contains("ana: hola", seen);
        await Task.WhenAll(floods).WaitAsync(TimeSpan.FromSeconds(60));
        await party.EndQuietlyAsync();
        Assert.Equal("hola", Assert.Single(party.Server.Database.Messages()).Content);
    }

    private static async Task FloodAsync(WireClient client)
    {
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'\n');
        try
        {
            while (true)
                await client.SendAsync(block);
        }
        catch (SocketException)
        {
            // What is waited for: the server has cut it off.
        }
    }
}
