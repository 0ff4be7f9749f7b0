using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using ActorChat.Benchmarks.Load.Arguments;
using ActorChat.Benchmarks.Load.Figures;
using ActorChat.Benchmarks.Load.Runs.Clients;
using ActorChat.Benchmarks.Load.Sockets;
using HdrHistogram;

namespace ActorChat.Benchmarks.Load.Runs;

/// <summary>Clients of the confirmation port, each of which begins anew as soon as it has its answer.</summary>
internal sealed class ConfirmRun : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    // So many in a row without one confirmation: it makes no sense to go on.
    private const int MostFailures = 100;

    private readonly LoadOptions _options;
    private readonly Dial _dial;
    private readonly IReadiness _readiness = Readiness.Create();
    private readonly ConfirmationClient?[] _clients;
    private readonly Ready[] _ready = new Ready[512];
    private readonly byte[] _message;
    private readonly LongHistogram _delays = Delays.NewHistogram();
    private readonly Notices _notices = new();
    private bool _measures;
    private long _sent;
    private long _confirmed;
    private long _measured;
    private long _refused;
    private long _lost;
    private int _failures;

    public ConfirmRun(LoadOptions options, Dial dial)
    {
        (_options, _dial) = (options, dial);
        _clients = new ConfirmationClient?[options.Senders];
        _message = Encoding.ASCII.GetBytes(new string('x', options.Size) + "\n");
    }

    /// <summary>Measures.</summary>
    /// <exception cref="LoadException">The server confirms nothing.</exception>
    public LoadReport Run(Progress progress, CancellationToken interrupted)
    {
        var gauge = new ServerGauge(_options.Pid);
        gauge.Check();
        var memory = gauge.Resident;
        WorkFor(_options.WarmUp, progress, interrupted);
        var before = Reading.Take(gauge);
        _measures = true;
        WorkFor(_options.Length, progress, interrupted);
        _measures = false;
        var after = Reading.Take(gauge);
        var server = after.ServerSince(before, _measured, gauge, memory, connections: 0);
        HearTheRest(progress);
        var seconds = after.Since(before);
        var figures = new ConfirmationFigures(
            _options.Senders, _options.Size, Math.Round(seconds, 3), _sent, _measured, Math.Round(_measured / seconds, 1), Delays.Of(_delays), _refused, _lost);
        return new LoadReport("confirm", _options.Server, null, null, figures, server, after.OwnBusySince(before), _notices.Lines, _notices.Others);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients)
            client?.Dispose();
        _readiness.Dispose();
    }

    private void WorkFor(TimeSpan length, Progress progress, CancellationToken interrupted)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < length && !interrupted.IsCancellationRequested)
        {
            for (var i = 0; i < _clients.Length; i++)
                _clients[i] ??= Begin(i);
            Turn();
            progress.Tell(Tell);
        }
    }

    private void HearTheRest(Progress progress)
    {
        while (_clients.Any(client => client is not null))
        {
            Turn();
            progress.Tell(Tell);
        }
    }

    private void Turn()
    {
        var count = _readiness.Wait(_ready, Look);
        foreach (var ready in _ready.AsSpan(0, count))
            Serve(ready, _clients[ready.Token]!);
        for (var i = 0; i < _clients.Length && count == 0; i++)
        {
            if (_clients[i] is { } client && Stopwatch.GetElapsedTime(client.Start) > 6 * _options.Patience)
                End(i, client);
        }
    }

    private void Serve(Ready ready, ConfirmationClient client)
    {
        if (ready.Writable && !ready.Readable && client.Send(_message))
            _readiness.Change(client.Socket, ready.Token, writable: false);
        if (ready.Readable && client.Receive())
            End(ready.Token, client);
    }

    private ConfirmationClient Begin(int number)
    {
        try
        {
            var client = new ConfirmationClient(_dial.Start(), Stopwatch.GetTimestamp());
            _readiness.Add(client.Socket, number, writable: true);
            _sent++;
            return client;
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            throw new LoadException($"{_options.Server}: {failure.Message}");
        }
    }

    private void End(int number, ConfirmationClient client)
    {
        if (client.IsConfirmed)
            Confirm(client);
        else
            Fail(client);
        _readiness.Remove(client.Socket);
        client.Dispose();
        _clients[number] = null;
    }

    private void Confirm(ConfirmationClient client)
    {
        (_failures, _confirmed) = (0, _confirmed + 1);
        if (!_measures)
            return;
        _measured++;
        _delays.RecordValue(Stopwatch.GetTimestamp() - client.Start);
    }

    private void Fail(ConfirmationClient client)
    {
        _notices.Add(client.Answer);
        (_refused, _lost) = client.Answer.IsEmpty ? (_refused, _lost + 1) : (_refused + 1, _lost);
        if (++_failures < MostFailures && _confirmed > 0)
            return;
        var said = client.Answer.IsEmpty ? "no connection, or no answer" : $"the server says: {Encoding.UTF8.GetString(client.Answer).Trim()}";
        throw new LoadException(string.Create(CultureInfo.InvariantCulture, $"{_options.Server} confirmed {_confirmed:N0} messages; {said}"));
    }

    private string Tell() => string.Create(CultureInfo.InvariantCulture, $"{_confirmed:N0} confirmed, {_refused + _lost:N0} not");
}
