namespace Akka.Actor;

/// <summary>One handler of a behaviour.</summary>
internal abstract class MessageHandler
{
    /// <summary>Works on a message if it takes it. Whether it did.</summary>
    public abstract bool Handle(object message);
}
