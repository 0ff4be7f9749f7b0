using System.Net.Sockets;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Errors;
using ActorChat.Server.Node;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Hosting;

/// <summary>What the operator is told when the server cannot start, and the exit code that goes with it.</summary>
internal static class StartFailureTexts
{
    /// <summary>One line that says what is wrong and how to mend it.</summary>
    public static string Describe(StartFailure failure, Texts texts) => failure switch
    {
        StartFailure.Storage { Cause: var unavailable } => unavailable.Describe(texts),
        StartFailure.Port port when IsInUse(port) => texts.PortInUse(port.EndPoint.ToString()),
        StartFailure.Port port => texts.CannotListen(port.EndPoint.ToString(), SystemErrors.Describe(port.Cause, texts)),
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };

    /// <summary>The exit code of a failed start.</summary>
    public static int ExitCodeOf(StartFailure failure) => failure switch
    {
        StartFailure.Storage => ExitCode.DatabaseUnavailable,
        StartFailure.Port port when IsInUse(port) || IsForbidden(port) => ExitCode.PortUnavailable,
        _ => ExitCode.Usage,
    };

    private static bool IsInUse(StartFailure.Port port) =>
        port.Cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };

    private static bool IsForbidden(StartFailure.Port port) => port.Cause is SocketException { SocketErrorCode: SocketError.AccessDenied };
}
