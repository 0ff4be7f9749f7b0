using System.Net;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Transport.Listening;

/// <content>The addresses of the port: opening them, opening them again, closing them without losing anybody.</content>
internal sealed partial class ListenerActor
{
    // Connections that the kernel keeps while we are busy; it caps this at net.core.somaxconn.
    private const int Backlog = 4096;

    private static readonly TimeSpan ReopenPause = TimeSpan.FromSeconds(1);

    // Akka accepts whoever has connected before the gate was closed, in less time than this.
    private static readonly TimeSpan LastArrivals = TimeSpan.FromMilliseconds(20);

    private ActorTimer _lastArrivals;
    private LogThrottle _retriesPace;

    private bool IsEmpty => _limiter.ActiveCount == 0 && _refusals == 0;

    private IEnumerable<PortAddress> OpenAddresses => _addresses.Where(address => address.Socket is not null);

    // Not with Inet.SO.ReuseAddress: .NET sets SO_REUSEADDR by itself where a restart needs it, and with that option SO_REUSEPORT
    // too, so that a second server would take connections away from the first instead of being refused the port.
    private void Bind(PortAddress address)
    {
        Inet.SocketOption[] options =
        [
            address.Gate, new DualStack(address.EndPoint.Address), new DescriptorReserve(Self, _settings.Write(NoticeKind.ServerFull)),
            new NoDelay(), new OutOfBandInline(), new TcpNotSentLowWatermark(), _settings.Connections.KeepAlive, _sockets,
        ];
        Context.System.Tcp().Tell(new Tcp.Bind(Self, address.EndPoint, Backlog, options, pullMode: true)
        {
            TcpSettings = TcpSettings.Create(Context.System) with { WriteCommandsQueueMaxSize = _settings.Connections.MaxQueued },
        });
    }

    // One after the other, and all of them, whatever becomes of the first: only so each failure can be told.
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
        Context.Parent.Tell(new ListenerEvent.Listening(_settings.Name, [.. _addresses.Select(address => address.EndPoint)]));
    }

    private void LetConnect(PortAddress address)
    {
        Context.WatchWith(address.Socket, new AddressLost(address));
        address.Socket.Tell(new Tcp.SubscribeToTcpListenerStats(Self));
        address.Gate.Open();
    }

    // A kind of error that Akka takes for the end of the listening socket. Its connections are gone; others must be able to come. Who
    // was pending by this address is let in like others, and found to be gone.
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

    // By the system's clock: this waits for the kernel, whatever time it is to those who watch limits.
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
        _lastArrivals.Set(TimeProvider.System.Now() + LastArrivals, TimeProvider.System, Self, LastHasCome.Instance);
    }

    private void Unbind()
    {
        if (!IsEmpty)
            return;
        foreach (var address in OpenAddresses)
            address.Socket.Tell(Tcp.Unbind.Instance);
    }

    // The last one's end is the port's.
    private void OnClosed(PortAddress address)
    {
        address.OnLost();
        if (!OpenAddresses.Any())
            Context.Stop(Self);
    }

    // Akka tries again by itself, a hundred times a second, and its own lines about it are left out of the log.
    private void OnStatistics(Tcp.TcpListenerStatistics statistics)
    {
        if (_addresses.FirstOrDefault(address => Sender.Equals(address.Socket)) is not { } from)
            return;
        var retries = statistics.RetriedIncomingConnections - from.Retries;
        from.Retries = statistics.RetriedIncomingConnections;
        if (retries > 0 && _retriesPace.TryPass(Now, out _))
            _log.Warning(Texts.AcceptFails(_settings.Name, retries));
    }

    private sealed record AddressLost(PortAddress Address) : INoSerializationVerificationNeeded;

    private sealed record BindAgain(PortAddress Address) : INoSerializationVerificationNeeded;

    private sealed class LastHasCome : INoSerializationVerificationNeeded
    {
        public static readonly LastHasCome Instance = new();
    }
}
