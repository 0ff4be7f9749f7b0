namespace ActorChat.Server.Output;

/// <summary>Standard output and standard error of the process.</summary>
internal sealed class StandardConsole
{
    private StandardConsole(IOutputTarget output, IOutputTarget errors)
    {
        OutputStream = new BackgroundWriter("standard output", output);
        ErrorStream = new BackgroundWriter("standard error", errors);
        Output = new ConsoleWriter(OutputStream);
        Errors = new ConsoleWriter(ErrorStream);
    }

    public TextWriter Output { get; }

    public TextWriter Errors { get; }

    public BackgroundWriter OutputStream { get; }

    /// <summary>Shared by <see cref="Errors"/> and the log.</summary>
    public BackgroundWriter ErrorStream { get; }

    /// <summary>Opens both streams. Must run before any file is opened.</summary>
    public static StandardConsole Open()
    {
        if (!OperatingSystem.IsWindows())
            StandardDescriptor.Reserve();
        return new StandardConsole(StandardStream.Output(), StandardStream.Error());
    }
}
