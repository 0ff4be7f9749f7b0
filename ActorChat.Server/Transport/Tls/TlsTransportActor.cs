using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport.Streams;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Transport.Tls;

/// <summary>Stands in for the TCP manager of Akka.IO where a port is encrypted: takes <see cref="Tcp.Bind"/> and answers alike.</summary>
internal sealed class TlsTransportActor : ReceiveActor
{
    public const string Name = "tls";

    private readonly HandshakeGate _gate;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private LogThrottle _throttle;

    public TlsTransportActor(TlsOptions options)
    {
        _gate = new HandshakeGate(options.MaxHandshakes, options.Patience, options.Clock);
        Receive<Tcp.Bind>(bind => Context.ActorOf(TlsPortActor.PropsFor(bind, Sender, options, _gate)));
        Receive<StreamBroken>(failed =>
        {
            // Without the client's address: anybody may knock.
            if (_throttle.TryPass(options.Clock.Now(), out var leftOut))
                _log.Warning(options.Texts.AndNotLogged(options.Texts.HandshakeFails(failed.Reason), leftOut));
        });
    }

    public static Props PropsFor(TlsOptions options) => Props.Create<TlsTransportActor>(options);

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    protected override void PostStop() => _gate.Dispose();
}
