namespace Akka.Actor;

/// <summary>A behaviour that says whether it handled the message.</summary>
public delegate bool Receive(object message);
