namespace ActorChat.Server.Hosting;

/// <summary>A setting names a host that has no address.</summary>
/// <param name="key">The setting.</param>
/// <param name="host">The name.</param>
/// <param name="cause">What the system says of it.</param>
internal sealed class UnknownHostException(string key, string host, Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>The setting.</summary>
    public string Key => key;

    /// <summary>The name.</summary>
    public string Host => host;
}
