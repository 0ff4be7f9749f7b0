using System.Buffers;

namespace ActorChat.Server.Framing;

/// <summary>
/// Detects by the first line whether the client speaks HTTP (RFC 9112, 3: method, target, version) or TLS (RFC 8446, 5.1: a handshake record).
/// Checks the form of the target (RFC 9112, 3.2), so that "me gusta HTTP/1.1" stays a message. Needs no buffer. A mutable value.
/// </summary>
internal struct ProtocolDetector
{
    private const byte TlsHandshake = 0x16, TlsMajor = 3, LastTlsMinor = 4;

    // The token characters of RFC 9110, 5.6.2.
    private static readonly SearchValues<byte> TokenBytes =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private Step _step;
    private byte _previous;
    private byte _matched;
    private bool _isTarget;

    private enum Step : byte
    {
        Start,
        TlsMajor,
        TlsMinor,
        Method,
        Target,
        Version,
        Decided,
    }

    public ForeignProtocol Found { get; private set; }

    /// <summary>Whether further bytes change nothing.</summary>
    public readonly bool IsDecided => _step == Step.Decided;

    private static ReadOnlySpan<byte> VersionName => "HTTP/"u8;

    /// <summary>Examines the next bytes, cut anywhere.</summary>
    public void Append(ReadOnlySpan<byte> block)
    {
        foreach (var next in block)
        {
            if (IsDecided)
                return;

            Take(next);
            _previous = next;
        }
    }

    /// <summary>Decides on a line longer than any message, where a method and a target suffice.</summary>
    public void EndLongLine() => Decide(_step is Step.Target or Step.Version && _isTarget ? ForeignProtocol.Http : ForeignProtocol.None);

    /// <summary>Decides after the first message: later lines are not examined.</summary>
    public void EndMessage() => Decide(ForeignProtocol.None);

    private void Take(byte next)
    {
        if (_step == Step.Start)
            TakeFirst(next);
        else if (_step == Step.TlsMajor)
            AdvanceIf(next == TlsMajor, Step.TlsMinor);
        else if (_step == Step.TlsMinor)
            Decide(next <= LastTlsMinor ? ForeignProtocol.Tls : ForeignProtocol.None);
        else if (_step == Step.Method)
            TakeMethod(next);
        else if (_step == Step.Target)
            TakeTarget(next);
        else
            TakeVersion(next);
    }

    // Ignores line ends before the request (RFC 9112, 2.2).
    private void TakeFirst(byte next)
    {
        if (next is (byte)'\r' or (byte)'\n')
            return;

        if (next == TlsHandshake)
            _step = Step.TlsMajor;
        else
            AdvanceIf(TokenBytes.Contains(next), Step.Method);
    }

    private void TakeMethod(byte next)
    {
        if (next == (byte)' ')
            _step = Step.Target;
        else
            AdvanceIf(TokenBytes.Contains(next), Step.Method);
    }

    private void TakeTarget(byte next)
    {
        if (next == (byte)' ')
        {
            AdvanceIf(_isTarget, Step.Version);
            return;
        }

        // Accepts a path, "*", a URL and the host:port of CONNECT. No sentence has "/" or a digit right after a colon.
        var isFirst = _previous == (byte)' ';
        _isTarget |= (isFirst && next is (byte)'/' or (byte)'*')
            || (_previous == (byte)':' && (next == (byte)'/' || char.IsAsciiDigit((char)next)));
        AdvanceIf(next > (byte)' ' && (_isTarget || !isFirst || char.IsAsciiLetterOrDigit((char)next) || next == (byte)'['), Step.Target);
    }

    private void TakeVersion(byte next)
    {
        if (_matched == VersionName.Length)
            Decide(char.IsAsciiDigit((char)next) ? ForeignProtocol.Http : ForeignProtocol.None);
        else
            AdvanceIf(next == VersionName[_matched++], Step.Version);
    }

    private void AdvanceIf(bool fits, Step step)
    {
        if (fits)
            _step = step;
        else
            Decide(ForeignProtocol.None);
    }

    private void Decide(ForeignProtocol found)
    {
        if (IsDecided)
            return;

        _step = Step.Decided;
        Found = found;
    }
}

/// <summary>Other protocols that clients may speak to this port by mistake.</summary>
internal enum ForeignProtocol : byte
{
    /// <summary>No other protocol is detected.</summary>
    None,

    /// <summary>HTTP from 1.0 on, including cleartext HTTP/2.</summary>
    Http,

    /// <summary>TLS, with any protocol inside.</summary>
    Tls,
}
