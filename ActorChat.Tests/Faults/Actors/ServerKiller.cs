using ActorChat.Server.Lifecycle;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Tests.Faults.Actors;

/// <summary>A logger that makes the node throw when <see cref="Sign"/> writes to somebody who is not there: that is logged.</summary>
public sealed class ServerKiller : ReceiveActor
{
    public const string Sign = "verdugo";

    public ServerKiller()
    {
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(logged =>
        {
            if (logged.Message.ToString()!.Contains(Sign, StringComparison.Ordinal))
                Context.System.ActorSelection("/user/node").Tell(new ServerCommand.Describe(null!));
        });
    }
}
