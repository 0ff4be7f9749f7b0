namespace ActorChat.Client.Posix;

/// <summary>
/// The three streams that a program is started with. One that was closed fails like a broken one: its number may belong to something
/// else by now, such as the connection to the server.
/// </summary>
/// <remarks>To be created first, before a connection can get a number of theirs.</remarks>
internal sealed class StandardStreams
{
    public bool HasInput { get; } = Descriptor.IsInherited(Descriptor.Input);

    public Stream Output { get; } = Descriptor.IsInherited(Descriptor.Output) ? Console.OpenStandardOutput() : OpenUnwritable();

    public Stream Diagnostics { get; } = Descriptor.IsInherited(Descriptor.Diagnostics) ? Console.OpenStandardError() : OpenUnwritable();

    // Open for reading only: a write fails as to a closed descriptor (EBADF).
    private static FileStream OpenUnwritable() => new(File.OpenHandle("/dev/null"), FileAccess.Write, bufferSize: 0);
}
