using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using ActorChat.Server.Transport.Streams;

namespace ActorChat.Server.Transport.Tls;

/// <summary>
/// The server's side of TLS on a socket. Until the handshake is done, and where there is none, it carries bytes as they are.
/// </summary>
internal sealed class TlsStream(Socket socket, TlsOptions options, HandshakeGate gate) : IByteStream
{
    /// <summary>
    /// Refuses a client before its handshake, by the only words that it understands then (RFC 8446, 6): an alert record of two bytes, fatal (2),
    /// access_denied (49).
    /// </summary>
    public static readonly byte[] Refusal = [21, 3, 1, 0, 2, 2, 49];

    // The first byte of every TLS connection: a record of the handshake.
    private const byte HandshakeRecord = 0x16;

    private readonly HandshakeNetworkStream _network = new(socket);
    private SslStream? _tls;
    private int _isClosed;

    private Stream Carrier => (Stream?)_tls ?? _network;

    public async Task OpenAsync()
    {
        using var timeout = new CancellationTokenSource(options.HandshakeTimeout, options.Clock);
        try
        {
            if (await ReadFirstByteAsync(timeout.Token) != HandshakeRecord)
                throw new NotOpenedException(options.Texts.PlainTextToTlsPort);
            using var place = await gate.EnterAsync(timeout.Token);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, place.GivenUp);
            var tls = new SslStream(_network, leaveInnerStreamOpen: true);
            _tls = tls;
            await tls.AuthenticateAsServerAsync(options.ForHandshake(), limit.Token);
            _network.IsInHandshake = false;
        }
        catch (OperationCanceledException)
        {
            throw new NotOpenedException(options.Texts.HandshakeTooSlow);
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException and not EndOfStreamException)
        {
            throw new NotOpenedException(failure.GetBaseException().Message);
        }
    }

    public async ValueTask AwaitInputAsync() => _ = await Carrier.ReadAsync(Memory<byte>.Empty);

    public ValueTask<int> ReadAsync(Memory<byte> buffer) => Carrier.ReadAsync(buffer);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes) => Carrier.WriteAsync(bytes);

    public async Task EndAsync()
    {
        // Sends close_notify: without it the peer cannot know whether somebody has cut off what was said.
        if (_tls is not null)
            await _tls.ShutdownAsync();
        socket.Shutdown(SocketShutdown.Send);
    }

    public void Close(bool reset)
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0)
            return;
        if (reset)
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
        _tls?.Dispose();
    }

    private async Task<byte> ReadFirstByteAsync(CancellationToken cancel)
    {
        var first = new byte[1];
        var isPlain = true;
        try
        {
            if (await socket.ReceiveAsync(first, SocketFlags.Peek, cancel) == 0)
                throw new EndOfStreamException();
            isPlain = first[0] != HandshakeRecord;
        }
        catch (OperationCanceledException)
        {
            // Who says nothing may wait for a greeting that only the plain port gives.
        }

        if (isPlain)
            await AnswerPlainTextAsync();
        return first[0];
    }

    // Reads what comes until the client closes: input that is left unread would make TCP reset the connection, and the line be lost.
    private async Task AnswerPlainTextAsync()
    {
        using var timeout = new CancellationTokenSource(PlainTextLinger, options.Clock);
        try
        {
            await _network.WriteAsync(Encoding.UTF8.GetBytes(options.Texts.ThisPortSpeaksTls + "\n"), timeout.Token);
            socket.Shutdown(SocketShutdown.Send);
            var rest = new byte[1024];
            while (await _network.ReadAsync(rest, timeout.Token) > 0)
            {
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException)
        {
            // The client has not waited for the line, or waits for ever.
        }
    }

    private static readonly TimeSpan PlainTextLinger = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Leaves the thread that all sockets share before a handshake goes on: its arithmetic takes a millisecond, and everybody would wait.
    /// </summary>
    private sealed class HandshakeNetworkStream(Socket socket) : NetworkStream(socket, ownsSocket: false)
    {
        public bool IsInHandshake { get; set; } = true;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            IsInHandshake ? ReadThenYieldAsync(buffer, cancellationToken) : base.ReadAsync(buffer, cancellationToken);

        private async ValueTask<int> ReadThenYieldAsync(Memory<byte> buffer, CancellationToken cancel)
        {
            var read = await base.ReadAsync(buffer, cancel);
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return read;
        }
    }
}
