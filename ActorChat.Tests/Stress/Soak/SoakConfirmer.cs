namespace ActorChat.Tests.Stress.Soak;

/// <summary>Somebody who has message after message confirmed.</summary>
/// <param name="confirmation">The confirmation port.</param>
internal sealed class SoakConfirmer(IPEndPoint confirmation)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>How many were confirmed: all that were sent.</summary>
    public int Confirmed { get; private set; }

    /// <summary>Goes on until told to end.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        using var timer = new PeriodicTimer(Interval);
        while (!end.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            await using var client = await WireClient.ConnectAsync(confirmation);
            await client.SendLineAsync(Confirmed.ToString(CultureInfo.InvariantCulture));
            Assert.StartsWith("Mensaje recibido: ", await client.ReadToEndAsync(), StringComparison.Ordinal);
            Confirmed++;
        }
    }
}
