using ActorChat.Server.Framing;
using Akka.Actor;

namespace ActorChat.Server.Transport;

/// <summary>A connection that is told one line, the reason why it is not taken, and closed.</summary>
internal sealed class RejectedConnectionActor(AcceptedConnection start, ConnectionSettings settings, string text) : LineConnection(start, settings)
{
    public static Props PropsFor(AcceptedConnection start, ConnectionSettings settings, string text) =>
        Props.Create<RejectedConnectionActor>(start, settings, text);

    protected override void Open()
    {
        LastLine = text;
        End(text);
    }

    protected override void OnMessage(Frame message)
    {
    }

    protected override void OnInputEnded()
    {
    }
}
