using System.Text;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport.Connections;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Transport.Listening;

/// <summary>Sends a refused client an answer, with the reason in one line where it can read one, and closes.</summary>
internal sealed class RejectedConnectionActor(AcceptedConnection start, ConnectionSettings settings, byte[] answer, byte[] reason) : ActorBase
{
    private readonly ConnectionStats _stats = new(start.Peer, settings.Clock) { EndReason = Encoding.UTF8.GetString(reason).TrimEnd() };
    private readonly GracefulClose _close = new(start, Context.Self, settings.Linger, settings.Clock);

    private static string Name => $"{Context.Parent.Path.Name}/{Context.Self.Path.Name}";

    public static Props PropsFor(AcceptedConnection start, ConnectionSettings settings, byte[] answer, byte[] reason) =>
        Props.Create<RejectedConnectionActor>(start, settings, answer, reason);

    protected override void PreStart()
    {
        start.Socket.Tell(new Tcp.Register(Self, keepOpenOnPeerClosed: true, useResumeWriting: false));
        Log(_stats.Started(Name, settings.Texts));
        Context.Watch(start.Socket);
        _close.Begin(answer, isReading: false);
    }

    protected override bool Receive(object message)
    {
        if (message is ConnectionCommand.Describe describe)
            describe.To.Tell(new ConnectionReport(Context.Parent.Path.Name, Self.Path.Name, _stats.Peer, Nickname: null, _stats.IdleFor, TimeSpan.Zero));
        else if (_close.IsOver(message))
            Context.Stop(Self);
        return true;
    }

    protected override void PostStop()
    {
        _close.Stop();
        Log(_stats.Ended(Name, settings.Texts));
    }

    // Logs at debug level only: reconnecting clients must not fill the log, which reports the limit once per minute.
    private static void Log(StructuredMessage message) => Context.GetLogger().Log(LogLevel.DebugLevel, cause: null, message);
}
