namespace ActorChat.Server.Storage;

/// <summary>Tells users apart, however they spell their nicknames.</summary>
internal static class Person
{
    /// <summary>The key of a nickname's user: equal, ordinally, for all spellings of one nickname.</summary>
    public static string KeyOf(string nickname) => CaseFolding.Casefold(nickname);
}
