namespace ActorChat.Tests.Protocol.Names;

/// <summary>What a test knows to be a nickname.</summary>
internal static class Named
{
    public static Nickname Parse(string text) =>
        Nickname.TryParse(text, out var nickname) ? nickname : throw new FormatException($"'{text}' is no nickname.");
}
