namespace ActorChat.Server.Resources;

/// <summary>A language that the server speaks to its users and its operator.</summary>
internal enum Language
{
    /// <summary><c>es</c>, the default.</summary>
    Spanish,

    /// <summary><c>en</c>.</summary>
    English,
}
