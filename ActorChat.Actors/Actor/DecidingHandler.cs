namespace Akka.Actor;

/// <summary>Takes messages of a type; the handler says whether it did.</summary>
internal sealed class DecidingHandler<T>(Func<T, bool> handler) : MessageHandler
{
    public override bool Handle(object message) => message is T typed && handler(typed);
}
