namespace ActorChat.Client.Chat;

/// <summary>
/// The password with which the nickname is taken again after a loss. In memory alone, and never shown; what the server refuses is asked for
/// anew.
/// </summary>
internal sealed class RememberedPassword
{
    /// <summary>The one sent last; null: none.</summary>
    public string? Value { get; set; }

    /// <summary>Takes a command that is about to be sent.</summary>
    public void Observe(ChatCommand command)
    {
        if (command is ChatCommand.Account { Words: [.., var last] } account)
            Value = account.Action is AccountAction.Unregister ? null : last;
    }
}
