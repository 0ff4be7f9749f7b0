using System.Text;
using ActorChat.Client;
using ActorChat.Client.Posix;

if (Icu.FindObstacle() is not { } obstacle)
    return (int)await ClientProgram.RunAsync(args);

try
{
    new StandardStreams().Diagnostics.Write(Encoding.UTF8.GetBytes(obstacle + '\n'));
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
{
    // Only the exit code is left.
}

return (int)ExitCode.LibraryMissing;
