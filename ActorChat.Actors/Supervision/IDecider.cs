namespace Akka.Actor;

/// <summary>Chooses a directive for a failure.</summary>
public interface IDecider
{
    /// <summary>The directive for this exception.</summary>
    Directive Decide(Exception cause);
}
