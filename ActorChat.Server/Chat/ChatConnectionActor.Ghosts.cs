using System.Net.Sockets;
using ActorChat.Server.Chat.Ghosts;
using Akka.Actor;

namespace ActorChat.Server.Chat;

/// <content>
/// Ghosts: who comes for a nickname that somebody from the same address holds has the holder's connection find out whether its peer is
/// still there. The room waits for none of this, and a holder who is there notices nothing.
/// </content>
internal sealed partial class ChatConnectionActor
{
    private readonly Socket? _wire;
    private IActorRef _trial = ActorRefs.Nobody;

    // The newcomer's side. Who leaves before there is an answer is found out when it is there, as with any answer of the room.
    private void Challenge(RoomEvent.NicknameTaken taken)
    {
        Context.WatchWith(taken.Holder, new GhostEvent.HolderLeft(taken.Holder));
        taken.Holder.Tell(new GhostCommand.ReclaimNickname(Self, _address));
        Become(message => Challenging(message, taken));
    }

    private bool Challenging(object message, RoomEvent.NicknameTaken taken)
    {
        switch (message)
        {
            case GhostEvent.HolderAlive:
                Context.Unwatch(taken.Holder);
                Refuse(taken.Who);
                return true;
            case GhostEvent.HolderLeft:
                Context.Unwatch(taken.Holder);
                Join(taken.Who, mayChallenge: false);
                return true;
            default:
                return Receive(message);
        }
    }

    // The holder's side.
    private void OnGhostCommand(GhostCommand command)
    {
        switch (command)
        {
            case GhostCommand.ReclaimNickname challenge:
                OnChallenge(challenge);
                break;
            case GhostCommand.PeerAlive:
                EndTrial();
                break;
            default:
                Abort(Texts.EndedAsGhost);
                break;
        }
    }

    private void OnChallenge(GhostCommand.ReclaimNickname challenge)
    {
        if (!challenge.Address.Equals(_address) || !TryBeginTrial())
            challenge.From.Tell(GhostEvent.HolderAlive.Instance);
        else
            _trial.Tell(challenge);
    }

    private bool TryBeginTrial()
    {
        if (_trial.IsNobody() && _wire is not null && _context.Ghosts.Probe(_wire) is { } probe)
            _trial = Context.ActorOf(LivenessProbeActor.PropsFor(probe, _context.Ghosts));
        return !_trial.IsNobody();
    }

    // Behind the challenges that are on their way to it, which it still answers.
    private void EndTrial()
    {
        _trial.Tell(PoisonPill.Instance);
        _trial = ActorRefs.Nobody;
    }
}
