namespace ActorChat.Client.State;

/// <summary>The nickname of the last time, which is offered the next time.</summary>
internal sealed class RememberedNickname(StateFolder folder)
{
    private const string Name = "nickname";
    private const int MaxCharacters = 64;

    /// <summary>The nickname; null: none is known.</summary>
    public string? Load() => folder.ReadLines(Name) is [var nick, ..] && nick.Length is > 0 and <= MaxCharacters
        && !nick.Any(char.IsControl) ? nick : null;

    /// <summary>Keeps it. Where that cannot be done the next run asks without an offer, which is no reason to complain.</summary>
    public void Save(string nick) => _ = folder.WriteLines(Name, [nick]);
}
