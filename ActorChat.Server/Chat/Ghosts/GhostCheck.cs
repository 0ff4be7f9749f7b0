using ActorChat.Server.Chat.Connections;
using Akka.Actor;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>
/// Holder's side of a ghost check: has a child actor probe whether the peer of this connection is alive. Only the claimant waits for it; a
/// living holder notices nothing.
/// </summary>
/// <param name="session">The holder's session.</param>
internal sealed class GhostCheck(ClientSession session)
{
    private IActorRef _probe = ActorRefs.Nobody;

    public void Receive(GhostCommand command)
    {
        switch (command)
        {
            case GhostCommand.ReclaimNickname claim:
                OnClaim(claim);
                break;
            case GhostCommand.PeerAlive:
                // Stops the probe after the claims already in its mailbox, which it still answers.
                _probe.Tell(PoisonPill.Instance);
                _probe = ActorRefs.Nobody;
                break;
            default:
                session.Connection.Abort(session.Context.Connections.Texts.EndedAsGhost);
                break;
        }
    }

    private void OnClaim(GhostCommand.ReclaimNickname claim)
    {
        if (claim.Address == session.Address.ToString() && TryBegin())
            _probe.Tell(claim);
        else
            claim.From.Tell(GhostEvent.HolderAlive.Instance);
    }

    private bool TryBegin()
    {
        var ghosts = session.Context.Ghosts;
        if (_probe.IsNobody() && session.Start.RawSocket is { } socket && ghosts.Probe(socket) is { } probe)
            _probe = session.Actor.ActorOf(LivenessProbeActor.PropsFor(probe, ghosts));
        return !_probe.IsNobody();
    }
}
