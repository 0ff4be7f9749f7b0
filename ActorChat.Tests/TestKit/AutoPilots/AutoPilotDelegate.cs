using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What an <see cref="AutoPilot"/> does with a message. Gives the pilot for the next one.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "Akka's name.")]
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);
