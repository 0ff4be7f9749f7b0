namespace ActorChat.Client.Chat;

/// <summary>
/// The password with which the nickname is taken again after a loss: the last one that the server has accepted. In memory alone, and never
/// shown.
/// </summary>
/// <remarks>Used by both directions of a connection at once.</remarks>
internal sealed class RememberedPassword
{
    private volatile string? _accepted, _tried;

    /// <summary>The accepted one; null: none.</summary>
    public string? Value => _accepted;

    /// <summary>Notes an answer to the server's question, before it is sent; null: a nickname without one.</summary>
    public void Try(string? password) => _tried = password;

    /// <summary>Notes the password of a command that is about to be sent; that which removes the account is not followed by a login.</summary>
    public void Try(ChatCommand command)
    {
        if (command is ChatCommand.Account { Action: not AccountAction.Unregister, Words: [.., var last] })
            _tried = last;
    }

    /// <summary>The server has accepted the one that was tried last, if there was one.</summary>
    public void Accept() => _accepted = _tried ?? _accepted;
}
