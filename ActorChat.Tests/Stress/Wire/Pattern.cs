namespace ActorChat.Tests.Stress.Wire;

/// <summary>The bytes of a direction: any place in them can be told from any other, so that a lost or doubled piece shows.</summary>
internal static class Pattern
{
    private static readonly byte[] Table = Make();

    /// <summary>A piece of a direction, from a place on.</summary>
    public static ReadOnlySpan<byte> Piece(int link, bool client, int from, int count) => Table.AsSpan(Start(link, client) + from, count);

    // Prime, so that the directions of a round begin at places of their own.
    private static int Start(int link, bool client) => ((link * 2) + (client ? 1 : 0)) * 7919 % 500_009;

    private static byte[] Make()
    {
        var table = new byte[1_000_000];
        new Random(1).NextBytes(table);
        return table;
    }
}
