namespace Akka.Event;

/// <summary>A message whose loss is no news: it becomes <see cref="SuppressedDeadLetter"/>, which is not logged.</summary>
public interface IDeadLetterSuppression
{
}
