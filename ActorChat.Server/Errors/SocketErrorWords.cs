using System.Collections.Frozen;
using System.Net.Sockets;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Errors;

internal static class SocketErrorWords
{
    private static readonly Lazy<FrozenDictionary<string, SocketError>> ByMessage = new(() =>
        Enum.GetValues<SocketError>().DistinctBy(MessageOf).ToFrozenDictionary(MessageOf, StringComparer.Ordinal));

    public static string Describe(SocketError error, Texts texts) => error switch
    {
        SocketError.ConnectionRefused => texts.ConnectionRefused,
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.NetworkReset => texts.ConnectionReset,
        SocketError.Shutdown or SocketError.Disconnecting or SocketError.NotConnected => texts.BrokenPipe,

        // Only a timeout of the database driver aborts operations here.
        SocketError.TimedOut or SocketError.OperationAborted => texts.AnswerOverdue,
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown => texts.HostUnreachable,
        SocketError.NetworkDown => texts.NetworkDown,
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => texts.NoSuchHost,
        SocketError.AddressNotAvailable => texts.AddressNotAvailable,
        SocketError.AddressAlreadyInUse => texts.InUse,
        SocketError.AccessDenied => texts.NoPermissionForPort,
        SocketError.AddressFamilyNotSupported or SocketError.ProtocolFamilyNotSupported => texts.NoSuchAddressFamily,
        SocketError.TooManyOpenSockets => texts.TooManyOpenFiles,
        SocketError.NoBufferSpaceAvailable => texts.OutOfMemory,
        _ => texts.NetworkError(error.ToString()),
    };

    /// <summary>Finds the error by the message of its exception: Akka.IO keeps nothing else.</summary>
    public static string FromMessage(string message, Texts texts) => Describe(ByMessage.Value.GetValueOrDefault(message, SocketError.SocketError), texts);

    private static string MessageOf(SocketError error) => new SocketException((int)error).Message;
}
