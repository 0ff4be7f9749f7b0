namespace ActorChat.Server.Persistence.MySql;

/// <summary>Whether the connection to MySQL is encrypted, in the words of MySQL's own clients (<c>--ssl-mode</c>).</summary>
internal enum MySqlTls
{
    /// <summary>Never.</summary>
    Disabled,

    /// <summary>When the server offers it; its certificate is not checked.</summary>
    Preferred,

    /// <summary>Always; its certificate is not checked.</summary>
    Required,

    /// <summary>Always; the certificate must come from an authority that this machine trusts.</summary>
    VerifyCa,

    /// <summary>Always; the certificate must come from such an authority and be made for this host.</summary>
    VerifyFull,
}
