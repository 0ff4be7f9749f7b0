namespace ActorChat.Client.Posix;

/// <summary>A standard stream that the program was started without.</summary>
internal sealed class ClosedException : IOException
{
    // <errno.h>: what read(2) and write(2) say of a closed descriptor (EBADF).
    private const int BadDescriptor = 9;

    public ClosedException() => HResult = BadDescriptor;
}
