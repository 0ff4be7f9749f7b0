using System.Net;
using ActorChat.Server.Transport.Streams;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Web;

/// <summary>Stands in for the TCP manager of Akka.IO where a port speaks HTTP: takes <see cref="Tcp.Bind"/> and answers alike.</summary>
internal sealed class WebTransportActor : ReceiveActor
{
    public const string Name = "web";

    public WebTransportActor(WebSettings settings) =>
        Receive<Tcp.Bind>(bind => Context.ActorOf(Props.Create<WebPortActor>(bind, Sender, settings)));

    public static Props PropsFor(WebSettings settings) => Props.Create<WebTransportActor>(settings);

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);
}

/// <summary>Has one address served, with a child for each WebSocket, until it is told to unbind.</summary>
internal sealed class WebPortActor : ReceiveActor
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly Tcp.Bind _bind;
    private readonly IActorRef _binder;
    private readonly WebSettings _settings;
    private WebServer? _server;

    public WebPortActor(Tcp.Bind bind, IActorRef binder, WebSettings settings)
    {
        (_bind, _binder, _settings) = (bind, binder, settings);
        Receive<Started>(started =>
        {
            _server = started.Server;
            _binder.Tell(new Tcp.Bound(_server.EndPoint));
        });
        Receive<NotStarted>(refused =>
        {
            _binder.Tell(_bind.FailureMessage.WithCause(refused.Cause));
            Context.Stop(Self);
        });
        Receive<OpenedWebSocket>(OnOpened);
        Receive<Tcp.SubscribeToTcpListenerStats>(_ => { });
        Receive<Tcp.Unbind>(_ =>
        {
            Sender.Tell(Tcp.Unbound.Instance);
            Context.Stop(Self);
        });
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    protected override void PreStart()
    {
        var self = Self;
        WebServer.StartAsync(_settings, (IPEndPoint)_bind.LocalAddress, opened => self.Tell(opened))
            .PipeTo(self, success: server => new Started(server), failure: cause => new NotStarted(cause.GetBaseException()));
    }

    protected override void PostStop()
    {
        if (_server is { } server)
            _ = CloseAsync(server);
    }

    private static async Task CloseAsync(WebServer server)
    {
        await server.StopAsync(StopTimeout);
        await server.DisposeAsync();
    }

    private void OnOpened(OpenedWebSocket opened) => _bind.Handler.Tell(
        new StreamConnected(opened.Remote, opened.Local) { IsEncrypted = opened.IsEncrypted, Language = opened.Language },
        Context.ActorOf(StreamSocketActor.PropsFor(opened.Stream, _bind.TcpSettings!.WriteCommandsQueueMaxSize)));

    private sealed record Started(WebServer Server) : INoSerializationVerificationNeeded;

    private sealed record NotStarted(Exception Cause) : INoSerializationVerificationNeeded;
}
