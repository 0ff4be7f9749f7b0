using Akka.Actor;

namespace ActorChat.Server.Storage;

/// <summary>
/// What a failure below persistence means: the actor starts anew, whatever it failed over, as what it has to do is kept outside of it.
/// One that cannot even be made takes the node down.
/// </summary>
internal static class PersistenceSupervision
{
    public static Directive Decide(Exception failure) => failure is ActorInitializationException ? Directive.Escalate : Directive.Restart;
}
