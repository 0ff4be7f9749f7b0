using System.Text.Unicode;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Tests.Fuzz.Checks;

/// <summary>Everything that a client was sent, from the first byte to the server's end.</summary>
/// <param name="bytes">The bytes.</param>
internal readonly ref struct Answer(ReadOnlySpan<byte> bytes)
{
    private const byte Iac = 255, Dont = 254, Wont = 252;

    private readonly byte[] _text = WithoutRefusals(bytes);

    /// <summary>The text, without the refusals of telnet options, and without what only a client of another protocol is sent.</summary>
    public string Text => Encoding.UTF8.GetString(_text);

    /// <summary>Whether it is UTF-8, and holds nothing that steers a terminal.</summary>
    public bool IsSound => Utf8.IsValid(_text) && !DocumentedLines.HasWhatNoTerminalShouldSee(Text);

    // IAC DONT x and IAC WONT x answer those who have asked for x: nobody else sees them.
    private static byte[] WithoutRefusals(ReadOnlySpan<byte> bytes)
    {
        var text = new List<byte>(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var isRefusal = bytes is [Iac, Dont or Wont, _, ..];
            if (!isRefusal)
                text.Add(bytes[0]);
            bytes = bytes[(isRefusal ? 3 : 1)..];
        }

        return WithoutForeign([.. text]);
    }

    // An attack of random bytes may well begin as HTTP or TLS. It is the last that such a client is sent.
    private static byte[] WithoutForeign(byte[] text)
    {
        foreach (var protocol in new[] { ForeignProtocol.Http, ForeignProtocol.Tls })
        {
            if (text.AsSpan().EndsWith(protocol.Refusal()))
                return text[..^protocol.Refusal().Length];
        }

        return text;
    }
}
