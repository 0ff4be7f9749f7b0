namespace ActorChat.Server.Framing;

/// <summary>The bytes of the telnet protocol that mean something here (RFC 854, RFC 855, RFC 885).</summary>
internal static class TelnetCommand
{
    /// <summary>"Interpret as command": begins every sequence; never occurs in UTF-8. Twice, it is a data byte.</summary>
    public const byte Iac = 255;

    /// <summary>The lowest byte that is a command behind <see cref="Iac"/> (end of file, RFC 1184); all up to 254 are.</summary>
    public const byte Lowest = 236;

    /// <summary>The end of a subnegotiation.</summary>
    public const byte SubnegotiationEnd = 240;

    /// <summary>The begin of a subnegotiation, which goes on to <see cref="Iac"/> <see cref="SubnegotiationEnd"/>.</summary>
    public const byte Subnegotiation = 250;

    /// <summary>"I want to use an option", named by the next byte.</summary>
    public const byte Will = 251;

    /// <summary>"I do not use an option".</summary>
    public const byte Wont = 252;

    /// <summary>"Use an option, please".</summary>
    public const byte Do = 253;

    /// <summary>"Do not use an option".</summary>
    public const byte Dont = 254;
}
