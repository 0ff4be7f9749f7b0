using ActorChat.Server.Framing;

namespace ActorChat.Tests.Framing;

/// <summary>Who speaks HTTP or TLS is found out by the first bytes, however the network cuts them.</summary>
public class ProtocolDetectorTests
{
    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("HEAD /index.html HTTP/1.0\r\n")]
    [InlineData("POST /a?b=c%20d HTTP/1.1\r\n")]
    [InlineData("PUT /x HTTP/1.1\r\n")]
    [InlineData("DELETE /x HTTP/1.1\r\n")]
    [InlineData("PATCH /x HTTP/1.1\r\n")]
    [InlineData("TRACE /x HTTP/1.1\r\n")]
    [InlineData("OPTIONS * HTTP/1.1\r\n")]
    [InlineData("CONNECT example.org:443 HTTP/1.1\r\n")]
    [InlineData("CONNECT [::1]:443 HTTP/1.1\r\n")]
    [InlineData("GET http://localhost:1234/ HTTP/1.1\r\n")]
    [InlineData("PROPFIND /carpeta HTTP/1.1\r\n")]
    [InlineData("M-SEARCH * HTTP/1.1\r\n")]
    [InlineData("get / HTTP/1.1\n")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    [InlineData("\r\nGET / HTTP/1.1\r\n")]
    public void A_request_of_any_method_and_form_is_HTTP(string text) => AssertFound(ForeignProtocol.Http, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_target_may_be_long_and_need_not_be_text() =>
        AssertFound(ForeignProtocol.Http, [.. "GET /"u8, .. Enumerable.Repeat((byte)0xFF, 5000), .. " HTTP/1.1\r\n"u8]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_record_of_a_handshake_is_TLS(byte minor) => AssertFound(ForeignProtocol.Tls, [0x16, 3, minor, 2, 0, 1, 0, 1, 0xFC, 3, 3, 0x0A, 0x0D]);

    [Theory]
    [InlineData("hola\n")]
    [InlineData("ana\r\n")]
    [InlineData("\n")]
    [InlineData("me gusta HTTP/1.1\n")]
    [InlineData("GET up, stand up\n")]
    [InlineData("GET / HTTP\n")]
    [InlineData("GET / HTTPS/1.1\n")]
    [InlineData("GET /\nHTTP/1.1\n")]
    [InlineData("GET  / HTTP/1.1\n")]
    [InlineData("uso: / HTTP/1.1\n")]
    [InlineData("las 10:30 HTTP\n")]
    [InlineData(" GET / HTTP/1.1\n")]
    [InlineData("¿GET / HTTP/1.1?\n")]
    [InlineData("\u0016\u0003hola\n")]
    [InlineData("hola\nGET / HTTP/1.1\r\n")]
    public void Whatever_else_is_a_message(string text) => AssertFound(ForeignProtocol.None, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_line_longer_than_any_message_is_HTTP_when_it_begins_so()
    {
        Assert.Equal(ForeignProtocol.Http, AfterLongLine("GET /" + new string('x', 5000)));
        Assert.Equal(ForeignProtocol.None, AfterLongLine("GET " + new string('x', 5000)));
        Assert.Equal(ForeignProtocol.None, AfterLongLine(new string('x', 5000)));
    }

    [Fact]
    public void Behind_the_first_message_nothing_is_looked_for()
    {
        var detector = default(ProtocolDetector);
        detector.Append("ana"u8);
        detector.EndMessage();
        detector.Append(" / HTTP/1.1\n"u8);
        Assert.Equal(ForeignProtocol.None, detector.Found);
    }

    private static ForeignProtocol AfterLongLine(string begin)
    {
        var detector = default(ProtocolDetector);
        detector.Append(Encoding.UTF8.GetBytes(begin));
        detector.EndLongLine();
        return detector.Found;
    }

    // In two parts, cut at each place.
    private static void AssertFound(ForeignProtocol expected, byte[] bytes)
    {
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var detector = default(ProtocolDetector);
            detector.Append(bytes.AsSpan(0, cut));
            detector.Append(bytes.AsSpan(cut));
            Assert.Equal(expected, detector.Found);
        }
    }
}
