using System.Collections.Frozen;
using System.Net.Sockets;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Errors;

/// <summary>Errors of the network.</summary>
internal static class SocketErrorWords
{
    private static readonly Lazy<FrozenDictionary<string, SocketError>> ByMessage = new(() =>
        Enum.GetValues<SocketError>().DistinctBy(MessageOf).ToFrozenDictionary(MessageOf, StringComparer.Ordinal));

    /// <summary>The reason.</summary>
    public static string Describe(SocketError error, Texts texts) => error switch
    {
        SocketError.ConnectionRefused => texts.NobodyListens,
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.NetworkReset => texts.PeerReset,
        SocketError.Shutdown or SocketError.Disconnecting or SocketError.NotConnected => texts.NobodyReads,

        // Nobody here aborts a wait but the time limit of the database's driver.
        SocketError.TimedOut or SocketError.OperationAborted => texts.AnswerOverdue,
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown => texts.NoRoute,
        SocketError.NetworkDown => texts.NetworkDown,
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => texts.NoSuchHost,
        SocketError.AddressNotAvailable => texts.ForeignAddress,
        SocketError.AddressAlreadyInUse => texts.UsedByAnother,
        SocketError.AccessDenied => texts.NoPermissionForPort,
        SocketError.AddressFamilyNotSupported or SocketError.ProtocolFamilyNotSupported => texts.NoSuchAddressFamily,
        SocketError.TooManyOpenSockets => texts.TooManyOpenFiles,
        SocketError.NoBufferSpaceAvailable => texts.OutOfMemory,
        _ => texts.NetworkError(error.ToString()),
    };

    /// <summary>The reason, by the message of the exception that told it: Akka.IO keeps nothing else.</summary>
    public static string FromMessage(string message, Texts texts) => Describe(ByMessage.Value.GetValueOrDefault(message, SocketError.SocketError), texts);

    private static string MessageOf(SocketError error) => new SocketException((int)error).Message;
}
