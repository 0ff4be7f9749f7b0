namespace ActorChat.Client.Terminal;

/// <summary>A terminal in which the client reads every key and draws the line of input itself.</summary>
internal interface ITerminal
{
    /// <summary>Its current width in cells.</summary>
    int Columns { get; }

    /// <summary>Takes the terminal over: keys come one by one and are not echoed. Can be repeated after <see cref="Leave"/>.</summary>
    void Enter();

    /// <summary>Restores the settings in which the terminal was found.</summary>
    void Leave();

    /// <summary>Waits for keys.</summary>
    /// <returns>The number of bytes; 0 at the end of the input.</returns>
    /// <exception cref="IOException">The terminal cannot be read.</exception>
    int Read(Span<byte> bytes);

    /// <summary>Waits up to <paramref name="timeout"/> until <see cref="Read"/> would return at once.</summary>
    bool HasInput(TimeSpan timeout);

    /// <summary>Writes all of <paramref name="text"/> at once.</summary>
    /// <exception cref="IOException">The terminal cannot be written.</exception>
    void Write(string text);

    /// <summary>
    /// Lets the shell stop the program (Ctrl+Z). Returns when the program goes on, or at once where no shell controls jobs. The caller
    /// cannot tell which, and takes the terminal over again.
    /// </summary>
    void Suspend();
}
