using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ActorChat.Tests.Stress.Network;

/// <summary>
/// A network of its own (man 7 network_namespaces), for what is begun on its thread: sockets stay in the network of the thread that
/// made them, and a process in that of the thread that started it. It is gone with the last of them.
/// </summary>
internal sealed class NetworkNamespace : IDisposable
{
    // CLONE_NEWNET of linux/sched.h.
    private const int NewNetwork = 0x40000000;

    private readonly BlockingCollection<Action> _work = [];
    private readonly TaskCompletionSource<int> _made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes one, with its loopback up.</summary>
    /// <exception cref="InvalidOperationException">This process may not.</exception>
    public NetworkNamespace()
    {
        new Thread(Work) { IsBackground = true, Name = "network" }.Start();
        Id = _made.Task.GetAwaiter().GetResult().ToString(CultureInfo.InvariantCulture);
        Ip("link", "set", "lo", "up");
    }

    /// <summary>What <c>ip link set … netns</c> knows it by.</summary>
    public string Id { get; }

    /// <summary>Does something in this network, up to where it first waits.</summary>
    public T Run<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                result.SetResult(work());
            }
            catch (Exception failure)
            {
                // For whoever waits for it.
                result.SetException(failure);
            }
        });
        return result.Task.GetAwaiter().GetResult();
    }

    /// <summary>Runs <c>ip</c> (iproute2) in this network.</summary>
    public void Ip(params string[] arguments)
    {
        using var ip = Run(() => Process.Start("ip", arguments));
        ip.WaitForExit();
        if (ip.ExitCode != 0)
            throw new InvalidOperationException($"ip {string.Join(' ', arguments)}: exit code {ip.ExitCode}");
    }

    public void Dispose() => _work.CompleteAdding();

    private void Work()
    {
        if (unshare(NewNetwork) != 0)
        {
            _made.SetException(new InvalidOperationException(
                "This scenario pulls cables in network namespaces, which only root may make (or CAP_SYS_ADMIN and CAP_NET_ADMIN): run the "
                + $"tests as root, or leave it out with --filter 'Needs!=Namespaces'. {new Win32Exception(Marshal.GetLastPInvokeError()).Message}"));
            return;
        }

        _made.SetResult(gettid());
        foreach (var work in _work.GetConsumingEnumerable())
            work();
        _work.Dispose();
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int unshare(int flags);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int gettid();
}
