using System.Net;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Transport.Listening;

/// <content>Opens, reopens and closes the addresses of the port, without losing a connection.</content>
internal sealed partial class ListenerActor
{
    // The kernel queues so many connections while we are busy, capped by net.core.somaxconn.
    private const int Backlog = 4096;

    private static readonly TimeSpan ReopenPause = TimeSpan.FromSeconds(1);

    // Akka needs less time than this to accept connections made before the gate closed.
    private static readonly TimeSpan LastArrivals = TimeSpan.FromMilliseconds(20);

    private ActorTimer _lastArrivals;
    private LogThrottle _retryThrottle;

    private bool IsEmpty => _limiter.ActiveCount == 0 && _refusals == 0;

    private IEnumerable<PortAddress> OpenAddresses => _addresses.Where(address => address.Socket is not null);

    // Omits Inet.SO.ReuseAddress, with which .NET sets SO_REUSEPORT too: a second server would then share the port instead of failing. .NET
    // sets SO_REUSEADDR by itself where a restart needs it.
    private void Bind(PortAddress address)
    {
        Inet.SocketOption[] options =
        [
            address.Gate, new DualStack(address.EndPoint.Address),
            new DescriptorReserve(Self, RefusalFor(address.IsEncrypted, NoticeKind.ServerFull)),
            InheritedSocketOption.NoDelay, InheritedSocketOption.OutOfBandInline, InheritedSocketOption.NotSentLowWatermark,
            _settings.Connections.KeepAlive, _sockets,
        ];
        var tcp = address.IsEncrypted ? _settings.Tls : _settings.Transport ?? Context.System.Tcp();
        tcp.Tell(new Tcp.Bind(Self, address.EndPoint, Backlog, options, pullMode: true)
        {
            TcpSettings = TcpSettings.Create(Context.System) with { WriteCommandsQueueMaxSize = _settings.Connections.MaxQueued },
        });
    }

    // Binds all addresses, one after the other, so that every failure is reported.
    private void Binding(int next, List<PortFailure> failures)
    {
        var address = _addresses[next];
        Receive<Tcp.Bound>(bound =>
        {
            address.OnBound(Sender, (IPEndPoint)bound.LocalAddress);
            BindNext();
        });
        Receive<Tcp.CommandFailed>(failed =>
        {
            failures.Add(new PortFailure(address.EndPoint, failed.Cause.GetOrElse(new IOException(failed.CauseString))));
            BindNext();
        });
        Receive<ListenerCommand>(_ => Context.Stop(Self));

        void BindNext()
        {
            if (next + 1 == _addresses.Length)
            {
                EndBinding(failures);
                return;
            }

            _addresses[next + 1].TakePortOf(address);
            Become(() => Binding(next + 1, failures));
            Bind(_addresses[next + 1]);
        }
    }

    private void EndBinding(List<PortFailure> failures)
    {
        if (failures.Count > 0)
        {
            Context.Parent.Tell(new ListenerEvent.Failed(_settings.Name, failures));
            Context.Stop(Self);
            return;
        }

        foreach (var address in _addresses)
            LetConnect(address);
        Become(Listening);
        Context.Parent.Tell(new ListenerEvent.Listening(_settings.Name, EndPoints(areEncrypted: false), EndPoints(areEncrypted: true)));
    }

    private IPEndPoint[] EndPoints(bool areEncrypted) =>
        [.. _addresses.Where(address => address.IsEncrypted == areEncrypted).Select(address => address.EndPoint)];

    private void LetConnect(PortAddress address)
    {
        Context.WatchWith(address.Socket, new AddressLost(address));
        address.Socket.Tell(new Tcp.SubscribeToTcpListenerStats(Self));
        address.Gate.Open();
    }

    // Reopens after an error at which Akka gives up the listening socket, and all its connections with it. Pending ones are admitted and
    // then found closed.
    private void OnLost(PortAddress address)
    {
        _log.Error(Texts.PortLost(address.EndPoint.ToString(), (long)ReopenPause.TotalSeconds));
        _sockets.Clear();
        address.OnLost();
        ReopenLater(address);
    }

    private void ReceiveReopening()
    {
        Receive<AddressLost>(lost => OnLost(lost.Address));
        Receive<BindAgain>(again => Bind(again.Address));
        Receive<Tcp.Bound>(bound => OnBoundAgain(AddressAt(bound.LocalAddress)));
        Receive<Tcp.CommandFailed>(failed =>
        {
            if (failed.Cmd is Tcp.Bind bind)
                ReopenLater(AddressAt(bind.LocalAddress));
        });
    }

    private void OnBoundAgain(PortAddress address)
    {
        address.OnBound(Sender, address.EndPoint);
        LetConnect(address);
        _log.Info(Texts.PortReopened(address.EndPoint.ToString()));
    }

    private void ReopenLater(PortAddress address) => address.ReopenAt(Now + ReopenPause, Clock, Self, new BindAgain(address));

    private PortAddress AddressAt(EndPoint local) => _addresses.Single(address => address.EndPoint.Equals(local));

    // Uses the system's clock, as this waits for the kernel and not for a limit.
    private void CloseWhenEmpty()
    {
        if (!IsEmpty)
            return;
        if (!OpenAddresses.Any())
        {
            Context.Stop(Self);
            return;
        }

        foreach (var address in OpenAddresses)
            address.Gate.Close();
        _lastArrivals.Off();
        _lastArrivals.Set(TimeProvider.System.Now() + LastArrivals, TimeProvider.System, Self, new LastHasCome());
    }

    private void Unbind()
    {
        if (!IsEmpty)
            return;
        foreach (var address in OpenAddresses)
            address.Socket.Tell(Tcp.Unbind.Instance);
    }

    // Stops with the last address.
    private void OnClosed(PortAddress address)
    {
        address.OnLost();
        if (!OpenAddresses.Any())
            Context.Stop(Self);
    }

    // Replaces Akka's own log lines, which are suppressed: it retries a hundred times per second.
    private void OnStatistics(Tcp.TcpListenerStatistics statistics)
    {
        if (_addresses.FirstOrDefault(address => Sender.Equals(address.Socket)) is not { } from)
            return;
        var retries = statistics.RetriedIncomingConnections - from.Retries;
        from.Retries = statistics.RetriedIncomingConnections;
        if (retries > 0 && _retryThrottle.TryPass(Now, out _))
            _log.Warning(Texts.AcceptFails(_settings.Name, retries));
    }

    private sealed record AddressLost(PortAddress Address) : INoSerializationVerificationNeeded;

    private sealed record BindAgain(PortAddress Address) : INoSerializationVerificationNeeded;

    private sealed record LastHasCome : INoSerializationVerificationNeeded;
}
