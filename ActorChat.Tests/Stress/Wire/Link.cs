namespace ActorChat.Tests.Stress.Wire;

/// <summary>The plan of one connection, known to both ends: the client's first four bytes are its number.</summary>
/// <param name="Number">0, 1, 2…</param>
/// <param name="Ending">How it is to end.</param>
/// <param name="FromClient">How many bytes the client means to send behind the number.</param>
/// <param name="FromServer">How many bytes the server means to send.</param>
/// <param name="ClientPulls">Whether the client asks for each read.</param>
/// <param name="ServerPulls">Whether the server does.</param>
/// <param name="Seed">What is random at its ends begins with it.</param>
internal sealed record Link(int Number, Ending Ending, int FromClient, int FromServer, bool ClientPulls, bool ServerPulls, int Seed)
{
    private const int MostBytes = 150_000;

    /// <summary>A random plan.</summary>
    public static Link Random(int number, Random random)
    {
        var ending = (Ending)random.Next(6);
        return new Link(
            number,
            ending,
            ending is Ending.ServerCloses ? 0 : random.Next(MostBytes),
            ending is Ending.ClientCloses ? 0 : random.Next(1, MostBytes),
            random.Next(2) == 0,
            random.Next(2) == 0,
            random.Next());
    }

    /// <summary>How many bytes one side means to send.</summary>
    public int Bytes(bool client) => client ? FromClient : FromServer;

    /// <summary>Whether all that one side sends has to arrive.</summary>
    public bool IsWhole => Ending is Ending.ClientCloses or Ending.ServerCloses or Ending.ClientConfirms;

    /// <summary>Whether one side ends the connection in the middle.</summary>
    public bool BreaksOff(bool client) => Ending == Ending.BothClose || Ending == (client ? Ending.ClientAborts : Ending.ServerAborts);
}
