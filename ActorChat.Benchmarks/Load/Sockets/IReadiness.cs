using System.Net.Sockets;

namespace ActorChat.Benchmarks.Load.Sockets;

/// <summary>
/// Tells which of many sockets can be read or written. One thread that asks this, and then reads and writes without blocking, is what
/// keeps the generator cheaper than any server: no task, no callback and no thread switch for a delivery.
/// </summary>
internal interface IReadiness : IDisposable
{
    /// <summary>Begins to watch a socket.</summary>
    /// <param name="socket">Not blocking.</param>
    /// <param name="token">What <see cref="Ready.Token"/> will say.</param>
    /// <param name="writable">Whether to tell when it takes bytes, too. That it can be read is always told.</param>
    void Add(Socket socket, int token, bool writable);

    /// <summary>Watches a socket that was added for other things from now on.</summary>
    void Change(Socket socket, int token, bool writable);

    /// <summary>Stops watching it.</summary>
    void Remove(Socket socket);

    /// <summary>Waits until a socket is ready, or so long.</summary>
    /// <param name="ready">Takes as many as fit; the others are told next time.</param>
    /// <param name="time">Zero or less: only look.</param>
    /// <returns>How many were written to <paramref name="ready"/>.</returns>
    int Wait(Span<Ready> ready, TimeSpan time);
}
