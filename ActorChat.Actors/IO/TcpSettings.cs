using Akka.Configuration;

namespace Akka.IO;

/// <summary>The settings under <c>akka.io.tcp</c>.</summary>
public sealed record TcpSettings
{
    private TcpSettings()
    {
    }

    /// <summary>How many connections a listener accepts before it lets others work.</summary>
    public int BatchAcceptLimit { get; private init; }

    /// <summary>How long a connection waits for its handler; infinite for ever.</summary>
    public TimeSpan RegisterTimeout { get; private init; }

    /// <summary>The most that one read gives, in bytes.</summary>
    internal int ReceiveBufferSize { get; private init; }

    internal static TcpSettings Read(Config config) => new()
    {
        BatchAcceptLimit = Math.Max(1, config.GetInt("batch-accept-limit", 10)),
        RegisterTimeout = config.GetTimeSpan("register-timeout", TimeSpan.FromSeconds(5)),
        ReceiveBufferSize = (int)Math.Clamp(config.GetByteSize("receive-buffer-size", 4096) ?? 4096, 512, 1 << 20),
    };
}
