namespace Akka.Actor;

/// <summary>A message on its way along a selection.</summary>
/// <param name="message">The message.</param>
/// <param name="elements">The steps to go.</param>
/// <param name="wildCardFanOut">Whether a pattern was among the steps already gone.</param>
public class ActorSelectionMessage(object message, SelectionPathElement[] elements, bool wildCardFanOut = false)
    : IAutoReceivedMessage, IPossiblyHarmful, IWrappedMessage
{
    /// <summary>The message.</summary>
    public object Message { get; } = message;

    /// <summary>The steps to go.</summary>
    public SelectionPathElement[] Elements { get; } = elements;

    /// <summary>Whether a pattern was among the steps already gone.</summary>
    public bool WildCardFanOut { get; } = wildCardFanOut;

    /// <summary>A copy with some parts replaced.</summary>
    public ActorSelectionMessage Copy(object? message = null, SelectionPathElement[]? elements = null, bool? wildCardFanOut = null) =>
        new(message ?? Message, elements ?? Elements, wildCardFanOut ?? WildCardFanOut);
}
