using ActorChat.Server.Transport.Liveness;

namespace ActorChat.Tests.Server.Peers;

/// <summary>A probe that finds what a test wants it to find.</summary>
internal sealed class ScriptedProbe(PeerLiveness sign = PeerLiveness.None) : IPeerProbe
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile PeerLiveness _sign = sign;

    /// <summary>Completes when it is asked to begin.</summary>
    public Task Begun => _begun.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Completes when it is asked to put everything right again.</summary>
    public Task Ended => _ended.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>From now on it finds this.</summary>
    public void Find(PeerLiveness found) => _sign = found;

    public void Begin() => _begun.SetResult();

    public PeerLiveness Check() => _sign;

    public void End() => _ended.SetResult();
}
