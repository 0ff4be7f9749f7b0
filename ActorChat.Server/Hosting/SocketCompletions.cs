namespace ActorChat.Server.Hosting;

/// <summary>
/// Has the end of a socket's wait worked on by the thread that hears of it, without a thread of the pool in between: all that happens
/// there is one read and one message to an actor, which never blocks. .NET knows this only as an environment variable, which it reads
/// when the first socket is made.
/// </summary>
internal static class SocketCompletions
{
    private const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Chooses it, where the operator has not chosen.</summary>
    public static void Inline()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null)
            Environment.SetEnvironmentVariable(Variable, "1");
    }
}
