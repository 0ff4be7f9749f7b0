using ActorChat.Server.Chat.Connections;
using Akka.Actor;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>
/// The holder's side of a claim: has a probe find out whether the peer of this connection is still there. Nobody waits for it but the claimant,
/// and a holder who is there notices nothing.
/// </summary>
/// <param name="session">The holder.</param>
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
                // Behind the claims that are on their way to it, which it still answers.
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
