using ActorChat.Server.Output;

namespace ActorChat.Server.Hosting;

/// <summary>Standard output and standard error, for the whole life of the process.</summary>
internal sealed class StandardConsole
{
    private StandardConsole(IOutputTarget output, IOutputTarget errors)
    {
        OutputStream = new BackgroundWriter("standard output", output);
        ErrorStream = new BackgroundWriter("standard error", errors);
        Output = new ConsoleWriter(OutputStream);
        Errors = new ConsoleWriter(ErrorStream);
    }

    /// <summary>What was asked for, and what the operator should know.</summary>
    public TextWriter Output { get; }

    /// <summary>What is wrong.</summary>
    public TextWriter Errors { get; }

    /// <summary>What is behind <see cref="Output"/>.</summary>
    public BackgroundWriter OutputStream { get; }

    /// <summary>What is behind <see cref="Errors"/>, which the log shares.</summary>
    public BackgroundWriter ErrorStream { get; }

    /// <summary>Opens both. To be done before anything else opens a file.</summary>
    public static StandardConsole Open()
    {
        if (!OperatingSystem.IsWindows())
            StandardDescriptor.Reserve();
        return new StandardConsole(StandardStream.Output(), StandardStream.Error());
    }
}
