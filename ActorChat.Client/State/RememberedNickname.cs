namespace ActorChat.Client.State;

/// <summary>The last nickname, to be offered on the next run.</summary>
internal sealed class RememberedNickname(StateFolder folder)
{
    private const string Name = "nickname";
    private const int MaxCharacters = 64;

    /// <summary>Null: none is known.</summary>
    public string? Load() => folder.ReadLines(Name) is [var nick, ..] && nick.Length is > 0 and <= MaxCharacters
        && !nick.Any(char.IsControl) ? nick : null;

    // Without it the next run asks without an offer, which is no reason to complain.
    public void Save(string nick) => _ = folder.WriteLines(Name, [nick]);
}
