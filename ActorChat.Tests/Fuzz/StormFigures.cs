using System.Collections.Concurrent;

namespace ActorChat.Tests.Fuzz;

/// <summary>What a storm was.</summary>
internal sealed class StormFigures
{
    /// <summary>Connections that were made.</summary>
    public Counter Connections { get; } = new();

    /// <summary>Bytes that the server's side took.</summary>
    public Counter Sent { get; } = new();

    /// <summary>Bytes that came back, of what was read.</summary>
    public Counter Received { get; } = new();

    /// <summary>Connections that the server ended while something was still to be sent or read.</summary>
    public Counter Resets { get; } = new();

    /// <summary>Messages of attackers that the confirmation port confirmed.</summary>
    public Counter Confirmed { get; } = new();

    /// <summary>The numbers of the attacks whose own, unmistakable message was confirmed.</summary>
    public ConcurrentBag<int> Marked { get; } = [];

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Connections.Value:N0} hostile connections, {Sent.Value / 1e6:N1} MB sent, {Received.Value / 1e6:N1} MB read, {Resets.Value:N0} ended by the server, {Confirmed.Value:N0} confirmed");

    /// <summary>Adds up, from any thread.</summary>
    internal sealed class Counter
    {
        private long _value;

        /// <summary>The sum.</summary>
        public long Value => Interlocked.Read(ref _value);

        /// <summary>Adds.</summary>
        public void Add(long more) => Interlocked.Add(ref _value, more);
    }
}
