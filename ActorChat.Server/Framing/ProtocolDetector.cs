using System.Buffers;

namespace ActorChat.Server.Framing;

/// <summary>
/// Finds out by the first line of a connection whether the client speaks HTTP (RFC 9112, 3: method, target, version) or TLS (RFC 8446,
/// 5.1: a handshake record). Of the target it wants one of the forms of RFC 9112, 3.2, so that "me gusta HTTP/1.1" stays a message.
/// Needs no buffer: bytes may come in any pieces, and a line may be as long as it likes. A mutable value.
/// </summary>
internal struct ProtocolDetector
{
    private const byte TlsHandshake = 0x16, TlsMajor = 3, LastTlsMinor = 4;

    // A token of RFC 9110, 5.6.2.
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

    /// <summary>What was found so far.</summary>
    public ForeignProtocol Found { get; private set; }

    /// <summary>Whether further bytes change nothing.</summary>
    public readonly bool IsDecided => _step == Step.Decided;

    private static ReadOnlySpan<byte> VersionName => "HTTP/"u8;

    /// <summary>Takes the next bytes.</summary>
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

    /// <summary>Decides at once, since the line is longer than any message: a method with a target before it is enough.</summary>
    public void EndLongLine() => Decide(_step is Step.Target or Step.Version && _isTarget ? ForeignProtocol.Http : ForeignProtocol.None);

    /// <summary>Decides at once: a message was taken, so what follows is no first line.</summary>
    public void EndMessage() => Decide(ForeignProtocol.None);

    private void Take(byte next)
    {
        switch (_step)
        {
            case Step.Start:
                TakeFirst(next);
                break;
            case Step.TlsMajor:
                GoOnIf(next == TlsMajor, Step.TlsMinor);
                break;
            case Step.TlsMinor:
                Decide(next <= LastTlsMinor ? ForeignProtocol.Tls : ForeignProtocol.None);
                break;
            case Step.Method:
                TakeMethod(next);
                break;
            case Step.Target:
                TakeTarget(next);
                break;
            default:
                TakeVersion(next);
                break;
        }
    }

    // A server should let line ends before the request pass (RFC 9112, 2.2).
    private void TakeFirst(byte next)
    {
        if (next is (byte)'\r' or (byte)'\n')
            return;

        if (next == TlsHandshake)
            _step = Step.TlsMajor;
        else
            GoOnIf(TokenBytes.Contains(next), Step.Method);
    }

    private void TakeMethod(byte next)
    {
        if (next == (byte)' ')
            _step = Step.Target;
        else
            GoOnIf(TokenBytes.Contains(next), Step.Method);
    }

    private void TakeTarget(byte next)
    {
        if (next == (byte)' ')
        {
            GoOnIf(_isTarget, Step.Version);
            return;
        }

        // A path and * begin with their sign; a URL and the host:port of CONNECT have a colon before what no sentence has behind one.
        var isFirst = _previous == (byte)' ';
        _isTarget |= (isFirst && next is (byte)'/' or (byte)'*')
            || (_previous == (byte)':' && (next == (byte)'/' || char.IsAsciiDigit((char)next)));
        GoOnIf(next > (byte)' ' && (_isTarget || !isFirst || char.IsAsciiLetterOrDigit((char)next) || next == (byte)'['), Step.Target);
    }

    private void TakeVersion(byte next)
    {
        if (_matched == VersionName.Length)
            Decide(char.IsAsciiDigit((char)next) ? ForeignProtocol.Http : ForeignProtocol.None);
        else
            GoOnIf(next == VersionName[_matched++], Step.Version);
    }

    private void GoOnIf(bool fits, Step step)
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

/// <summary>What a client speaks that took this port for another service.</summary>
internal enum ForeignProtocol : byte
{
    /// <summary>Nothing that is known here: what it sends are messages.</summary>
    None,

    /// <summary>HTTP of any version from 1.0 on, also in cleartext HTTP/2.</summary>
    Http,

    /// <summary>TLS, whatever would be spoken inside.</summary>
    Tls,
}
