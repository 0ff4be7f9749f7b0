using ActorChat.Client.Arguments;
using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;
using ActorChat.Client.State;

namespace ActorChat.Client;

/// <summary>Connects to the server. Tells the user of a certificate that is not trusted, and asks a person once about one that is unknown.</summary>
internal sealed class ServerConnector(ClientOptions options, KnownCertificates known, IChatConsole console, Texts texts)
{
    private readonly ServerAddress _server = options.Server;
    private readonly TlsHandshake? _tls =
        options.Tls is { } choice ? new TlsHandshake(options.Server, choice, () => known.Find(options.Server)) : null;

    /// <summary>Opens a connection, after a question where there is one.</summary>
    public async Task<(Connection? Connection, ConnectFailure Why)> ConnectAsync(CancellationToken cancellation)
    {
        var (connection, why) = await Connector.ConnectAsync(_server, _tls, cancellation);
        if (why is not ConnectFailure.Untrusted || _tls!.Doubt is not CertificateDoubt.Unknown { Shown: var shown } || !console.IsInteractive)
            return (connection, await ExplainAsync(why));
        if (!await IsTrustedAsync(shown, cancellation))
            return (null, why);
        if (known.Add(_server, shown) is { } failure)
            await console.ReportAsync(texts.CertificateNotKept(failure.Message));
        return await Connector.ConnectAsync(_server, _tls, cancellation);
    }

    /// <summary>Opens a connection without asking anything, while somebody else reads what is typed.</summary>
    public async Task<(Connection? Connection, ConnectFailure Why)> ReconnectAsync(CancellationToken cancellation)
    {
        var (connection, why) = await Connector.ConnectAsync(_server, _tls, cancellation);
        return (connection, await ExplainAsync(why));
    }

    private async Task<bool> IsTrustedAsync(string shown, CancellationToken cancellation)
    {
        await console.SayAsync(texts.CertificateUnknown(_server, shown));
        while (true)
        {
            await console.SetPromptAsync(new PromptState.Trusting(texts.TrustQuestion), cancellation);
            var answer = (await console.ReadAsync(cancellation))?.Text?.Trim().ToUpperInvariant();
            if (answer is "S" or "SI" or "SÍ" or "Y" or "YES")
                return true;
            if (answer is null or "N" or "NO" or "/SALIR" or "/QUIT")
                return false;
        }
    }

    private async Task<ConnectFailure> ExplainAsync(ConnectFailure why)
    {
        if (why is ConnectFailure.Untrusted)
            await console.ReportAsync(Describe(_tls!.Doubt!));
        return why;
    }

    private string Describe(CertificateDoubt doubt) => doubt switch
    {
        CertificateDoubt.Unknown unknown => texts.CertificateNotVouchedFor(_server, unknown.Shown),
        CertificateDoubt.Changed changed => texts.CertificateChanged(_server, changed.Known, changed.Shown, known.Path),
        CertificateDoubt.NotNamed other => texts.CertificateNotNamed(_server, other.Named, other.Shown),
        CertificateDoubt.NotSigned other => texts.CertificateNotSigned(_server, other.Shown),
        _ => throw new ArgumentOutOfRangeException(nameof(doubt)),
    };
}
