namespace ActorChat.Tests.Faults;

/// <summary>Has one message after the other confirmed.</summary>
internal sealed class SteadyConfirmer(string name, IPEndPoint confirmation)
{
    private static readonly TimeSpan Rate = TimeSpan.FromMilliseconds(50);

    public List<string> Confirmed { get; } = [];

    /// <summary>What the server said it could not store.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>What there was no answer to, as the connection broke.</summary>
    public List<string> Unknown { get; } = [];

    public async Task LiveAsync(CancellationToken end)
    {
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            var text = $"{name}.{number}";
            (await AnswerToAsync(text) switch
            {
                { } answer when answer.StartsWith("Mensaje recibido: ", StringComparison.Ordinal) => Confirmed,
                { } answer when answer.StartsWith("Error: el mensaje no se pudo guardar", StringComparison.Ordinal) => Refused,
                _ => Unknown,
            }).Add(text);
            await Task.WhenAny(Task.Delay(Rate, end));
        }
    }

    // Null when there was none.
    private async Task<string?> AnswerToAsync(string text)
    {
        try
        {
            await using var client = await WireClient.ConnectAsync(confirmation);
            await client.SendLineAsync(text);
            return await client.ReadLineAsync();
        }
        catch (Exception broken) when (broken is SocketException or EndOfStreamException)
        {
            return null;
        }
    }
}
