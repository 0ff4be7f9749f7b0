namespace ActorChat.Client.Terminal;

/// <summary>A terminal in which the client reads every key and draws the line of input itself.</summary>
internal interface ITerminal
{
    /// <summary>Its width in cells, now.</summary>
    int Columns { get; }

    /// <summary>Takes the terminal over: keys come one by one and are not echoed. Again and again, after <see cref="Leave"/>.</summary>
    void Enter();

    /// <summary>Gives it back as it was found.</summary>
    void Leave();

    /// <summary>Waits for keys.</summary>
    /// <returns>How many bytes there are; 0 at the end of the input.</returns>
    /// <exception cref="IOException">The terminal cannot be read.</exception>
    int Read(Span<byte> bytes);

    /// <summary>Whether <see cref="Read"/> would return at once, waiting for that up to <paramref name="patience"/>.</summary>
    bool HasInput(TimeSpan patience);

    /// <summary>Writes all of <paramref name="text"/>, at once.</summary>
    /// <exception cref="IOException">The terminal cannot be written.</exception>
    void Write(string text);

    /// <summary>
    /// Lets the shell stop the program (Ctrl+Z). Returns when it goes on, or at once where no shell would ever let it go on: whoever
    /// calls cannot tell, and takes the terminal over again.
    /// </summary>
    void Suspend();
}
